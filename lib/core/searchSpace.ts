import { ABSENT, chainEdges, numNodes, type Architecture, type Edge, type Node } from "./architecture";

/** staged: units of differing length; chain: one unit; cell: fixed places and edges; graph: own edges; flat: one slot a column. */
export type Structure = "staged" | "chain" | "cell" | "graph" | "flat";

export type FeatureValue = string | number;

/** positional: where a node stands, as a number that counts; to an encoder it is one of several values, as an ordinal is. */
export const FEATURE_KINDS = ["categorical", "ordinal", "continuous", "positional"] as const;

/**
 * One named property of a node or of the whole architecture. `values` are the legal values in their natural order
 * (numbers ascending); for a continuous feature they are [smallest, largest] seen.
 */
export type Feature = {
  readonly name: string;
  readonly kind: (typeof FEATURE_KINDS)[number];
  readonly values: readonly FeatureValue[];
};

export type UnitSpace = {
  /** Shown to people, e.g. "unit 1" or "cell". */
  readonly name: string;
  /** Legal numbers of layers, ascending. */
  readonly lengths: readonly number[];
  /** Names of the layers where they have names of their own (the edges of a cell, the columns of a flat table). */
  readonly layerNames?: readonly string[];
  /** Its sequences go on through the next unit, which has one legal length (see scoredUnits.ts). */
  readonly joinsNext?: boolean;
};

/** Which features, values, units, lengths and edges are legal. */
export type SearchSpace = {
  readonly structure: Structure;
  readonly units: readonly UnitSpace[];
  readonly nodeFeatures: readonly Feature[];
  readonly globalFeatures: readonly Feature[];
  /** The same for every architecture; absent for a chain i -> i+1 and where architectures bring their own. */
  readonly edges?: readonly Edge[];
  /** Id of the notation in which the source wrote architectures, for writing them back (see core/formats). */
  readonly notation: string;
  /** Features that never vary: no predictor can learn from them, but the source's notation needs them. */
  readonly constants: Readonly<Record<string, FeatureValue | readonly FeatureValue[] | null>>;
};

/** Edges of one architecture: its own, else the space's, else the chain. */
export function edgesOf(space: SearchSpace, architecture: Architecture): readonly Edge[] {
  return architecture.edges ?? space.edges ?? chainEdges(numNodes(architecture));
}

/** The value behind a code; null where the feature does not apply. */
export function featureValue(feature: Feature, code: number): FeatureValue | null {
  if (feature.kind === "continuous") return code;
  return code === ABSENT ? null : (feature.values[code] ?? null);
}

/** Where a code of a continuous feature lies in its range, as a share of it; 0 where all values are equal. */
export function shareOfRange({ values }: Feature, code: number): number {
  const [low, high] = [Number(values[0] ?? 0), Number(values.at(-1) ?? 1)];
  return high > low ? (code - low) / (high - low) : 0;
}

/** Short name of a node for people: `e6k5` where values are numbers, `nor_conv_3x3` where they name themselves. */
export function operationLabel(space: Pick<SearchSpace, "nodeFeatures">, node: Node): string {
  return space.nodeFeatures
    .map((feature, index) => {
      const value = featureValue(feature, node[index] ?? ABSENT);
      if (value === null) return "";
      return typeof value === "string" ? value : `${feature.name.charAt(0)}${value}`;
    })
    .filter((text) => text !== "")
    .join(space.nodeFeatures.some((feature) => typeof feature.values[0] === "string") ? " " : "");
}

/** Two nodes are the same operation when every feature has the same code. */
export const operationKey = (node: Node): string => node.join(",");

/**
 * All operations the space allows, the first feature outermost (the reference's order: e outer, k inner), or null
 * where a feature is continuous or there are more than `limit`.
 */
export function enumerateOperations(space: Pick<SearchSpace, "nodeFeatures">, limit = 512): Node[] | null {
  let operations: number[][] = [[]];
  for (const feature of space.nodeFeatures) {
    if (feature.kind === "continuous") return null;
    if (operations.length * feature.values.length > limit) return null;
    operations = operations.flatMap((codes) => feature.values.map((_, code) => [...codes, code]));
  }
  return operations;
}

/** Largest legal number of layers of a unit. */
export const maxLength = (unit: UnitSpace): number => unit.lengths[unit.lengths.length - 1] ?? 0;

/** What people call a layer of a unit: its own name, else its 1-based number. */
export const layerName = (unit: UnitSpace, layerIndex: number): string =>
  unit.layerNames?.[layerIndex] ?? `layer ${layerIndex + 1}`;
