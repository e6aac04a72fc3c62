import { ABSENT, type Architecture } from "../../core/architecture";
import { maxLength, type Feature, type FeatureValue, type SearchSpace } from "../../core/searchSpace";

/** Where a column's code is found. */
type Source =
  { readonly from: "unit" | "layer" } | { readonly from: "node" | "global"; readonly index: number };

/**
 * One input of the feature encoder, and one number of the hop-0 embedding. A table column has one row per value; a
 * scale column has two rows, slope and offset, for a number scaled to 0..1 over its range.
 */
export type Column = Source & {
  readonly name: string;
  readonly kind: "table" | "scale";
  /** Values of the rows of a table; [smallest, largest] of a scale. */
  readonly values: readonly FeatureValue[];
  readonly firstRow: number;
};

export type Columns = { readonly all: readonly Column[]; readonly numRows: number };

/** Columns of a space in the order of ALGORITHM section 2: unit, layer, features of nodes, features of the whole. */
export function columnsOf(space: SearchSpace): Columns {
  const all: Column[] = [];
  let numRows = 0;
  const add = (name: string, source: Source, kind: Column["kind"], values: readonly FeatureValue[]): void => {
    all.push({ ...source, name, kind, values, firstRow: numRows });
    numRows += kind === "table" ? Math.max(1, values.length) : 2;
  };
  const addFeature = (feature: Feature, source: Source): void =>
    add(feature.name, source, feature.kind === "continuous" ? "scale" : "table", feature.values);
  const longest = Math.max(1, ...space.units.map(maxLength));
  add(
    "unit",
    { from: "unit" },
    "table",
    space.units.map((unit) => unit.name),
  );
  add(
    "layer",
    { from: "layer" },
    "table",
    Array.from({ length: longest }, (_, layer) => layer + 1),
  );
  space.nodeFeatures.forEach((feature, index) => addFeature(feature, { from: "node", index }));
  space.globalFeatures.forEach((feature, index) => addFeature(feature, { from: "global", index }));
  return { all, numRows };
}

/** A node with all that the encoder looks at. */
export type PlacedNode = {
  readonly unitIndex: number;
  readonly layerIndex: number;
  readonly codes: readonly number[];
  readonly globals: readonly number[];
};

export const placedNodes = (architecture: Architecture): PlacedNode[] =>
  architecture.units.flatMap((unit, unitIndex) =>
    unit.map((codes, layerIndex) => ({ unitIndex, layerIndex, codes, globals: architecture.globals })),
  );

/**
 * Writes a node's row of the encoder's input into `target` at `offset` (numRows numbers, zero before). A feature that
 * does not apply leaves its rows at zero, so that it says nothing.
 */
export function writeNode(columns: Columns, node: PlacedNode, target: Float32Array, offset: number): void {
  for (const column of columns.all) {
    const code = codeOf(column, node);
    if (column.kind === "table") {
      if (code !== ABSENT && code < column.values.length) target[offset + column.firstRow + code] = 1;
      continue;
    }
    target[offset + column.firstRow] = scaled(column, code);
    target[offset + column.firstRow + 1] = 1;
  }
}

function codeOf(column: Column, node: PlacedNode): number {
  switch (column.from) {
    case "unit":
      return node.unitIndex;
    case "layer":
      return node.layerIndex;
    case "node":
      return node.codes[column.index] ?? ABSENT;
    case "global":
      return node.globals[column.index] ?? ABSENT;
  }
}

/** ALGORITHM section 1: r = (resolution - 192) / 32, for any range. */
function scaled(column: Column, value: number): number {
  const smallest = Number(column.values[0] ?? 0);
  const range = Number(column.values[1] ?? smallest) - smallest;
  return range > 0 ? (value - smallest) / range : 0;
}
