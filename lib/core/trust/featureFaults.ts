import { ABSENT, type Architecture } from "../architecture";
import {
  featureValue,
  maxLength,
  operationKey,
  layerName,
  type Feature,
  type SearchSpace,
} from "../searchSpace";
import type { DataFault } from "./dataFaults";

/** More of a kind than this are counted, not listed. */
const MOST_LISTED = 3;

/** What varies on its own among so many rows does so among all; only what does not is looked for in the rest. */
const LOOKED_AT_FIRST = 300;

/** A thing that varies, with what it is in every place where it was seen; equal lengths, same order. */
type Column = { readonly name: string; readonly codes: readonly (number | string)[] };

const NO_OTHER_VALUE =
  "Nothing can be learned about its other values: whatever their scores say is a guess from other features. Measure some rows with another value.";

/** Features that the measured rows do not vary, whether the space lets them vary or not. */
export function constantFeatures(space: SearchSpace, rows: readonly Architecture[]): DataFault[] {
  const constantIn = (some: readonly Architecture[]): Column[] =>
    [...nodeColumns(space, some), ...globalColumns(space, some)].filter(
      ({ codes }) => codes.length > 0 && codes.every((code) => code === codes[0]),
    );
  const constant = constantIn(rows.slice(0, LOOKED_AT_FIRST)).length > 0 ? constantIn(rows) : [];
  const listed = constant.slice(0, MOST_LISTED).map(({ name, codes }): DataFault => ({
    kind: "constant",
    text: `${name} is ${valueOf(space, name, codes[0])} in every measured row.`,
    meaning: NO_OTHER_VALUE,
  }));
  return [...listed, ...setAside(space)];
}

/** Columns that an import found to be the same in every row, so that the space holds them as constants. */
function setAside({ constants, nodeFeatures }: SearchSpace): DataFault[] {
  // A space of one operation keeps its feature.
  const isFeature = (name: string): boolean => nodeFeatures.some((feature) => feature.name === name);
  const known = Object.entries(constants).filter(([name, value]) => value !== null && !isFeature(name));
  if (known.length === 0) return [];
  const shown = known.slice(0, MOST_LISTED).map(([name, value]) => `${name} (${String(value)})`);
  const numMore = known.length - shown.length;
  const names = numMore > 0 ? [...shown, `${numMore} more`] : shown;
  return [
    {
      kind: "constant",
      text: `Every row has the same ${listOf(names)}.`,
      meaning:
        "Nothing can be learned of what never varies, so that no figure shows it. Measure some rows with another value if it may matter.",
    },
  ];
}

const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/**
 * Pairs of things that vary only together: node features over all nodes, features of whole architectures, numbers of
 * layers of units, and operations of two places, over all rows.
 */
export function tiedFeatures(space: SearchSpace, rows: readonly Architecture[]): DataFault[] {
  const groups = [
    nodeColumns,
    (...data: Parameters<typeof nodeColumns>) => [...globalColumns(...data), ...lengthColumns(...data)],
    placeColumns,
  ];
  const first = rows.slice(0, LOOKED_AT_FIRST);
  const pairs = groups.flatMap((columnsOf) =>
    mayBeTogether(columnsOf(space, first)) ? togetherIn(columnsOf(space, rows)) : [],
  );
  const listed = pairs.slice(0, MOST_LISTED).map(([one, other]): DataFault => ({
    kind: "together",
    text: `${one} and ${other} always change together.`,
    meaning:
      "No data can tell which of them matters: their scores share one effect between them in a way that says nothing.",
  }));
  const numMore = pairs.length - listed.length;
  if (numMore > 0)
    listed.push({
      kind: "together",
      text: `${numMore} more ${numMore === 1 ? "pair changes" : "pairs change"} together.`,
      meaning: "Sample architectures in which every choice is made on its own, and the pairs come apart.",
    });
  return listed;
}

/** Whether any two columns go together here; two that do not vary among the first rows may do so later. */
const mayBeTogether = (columns: readonly Column[]): boolean =>
  columns.some((one, index) =>
    columns
      .slice(index + 1)
      .some((other) => one.codes.length === other.codes.length && isOneToOne(one.codes, other.codes)),
  );

function togetherIn(columns: readonly Column[]): [string, string][] {
  const varying = columns.filter(({ codes }) => codes.some((code) => code !== codes[0]));
  return varying.flatMap((one, index) =>
    varying
      .slice(index + 1)
      .filter((other) => isOneToOne(one.codes, other.codes))
      .map((other): [string, string] => [one.name, other.name]),
  );
}

/** Whether each code of one side goes with a single code of the other, both ways. */
function isOneToOne(ones: Column["codes"], others: Column["codes"]): boolean {
  const forward = new Map<number | string, number | string>();
  const back = new Map<number | string, number | string>();
  return ones.every((one, index) => {
    const other = others[index] ?? "";
    if (!forward.has(one)) forward.set(one, other);
    if (!back.has(other)) back.set(other, one);
    return forward.get(one) === other && back.get(other) === one;
  });
}

function nodeColumns({ nodeFeatures }: SearchSpace, rows: readonly Architecture[]): Column[] {
  const nodes = rows.flatMap(({ units }) => units.flat());
  return nodeFeatures.map(({ name }, index) => ({ name, codes: nodes.map((node) => node[index] ?? ABSENT) }));
}

const globalColumns = ({ globalFeatures }: SearchSpace, rows: readonly Architecture[]): Column[] =>
  globalFeatures.map(({ name }, index) => ({
    name,
    codes: rows.map(({ globals }) => globals[index] ?? ABSENT),
  }));

const lengthColumns = (space: SearchSpace, rows: readonly Architecture[]): Column[] =>
  space.units.map(({ name }, unitIndex) => ({
    name: `the number of layers of ${name}`,
    codes: rows.map(({ units }) => units[unitIndex]?.length ?? 0),
  }));

/** Operations in every place that all rows have; a place that some lack moves with the number of layers. */
function placeColumns(space: SearchSpace, rows: readonly Architecture[]): Column[] {
  return space.units.flatMap((unit, unitIndex) =>
    Array.from({ length: maxLength(unit) }, (_, layer) => ({
      name:
        space.structure === "flat"
          ? layerName(unit, layer)
          : `the operation at ${unit.name}, ${layerName(unit, layer)}`,
      codes: rows.flatMap(({ units }) => {
        const node = units[unitIndex]?.[layer];
        return node ? [operationKey(node)] : [];
      }),
    })).filter(({ codes }) => codes.length === rows.length),
  );
}

function valueOf(space: SearchSpace, name: string, code: number | string | undefined): string {
  const feature: Feature | undefined = [...space.nodeFeatures, ...space.globalFeatures].find(
    (candidate) => candidate.name === name,
  );
  return feature ? String(featureValue(feature, Number(code)) ?? "absent") : String(code);
}
