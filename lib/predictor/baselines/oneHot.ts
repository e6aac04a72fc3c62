import { ABSENT, type Architecture, type Node } from "../../core/architecture";
import type { Feature, SearchSpace } from "../../core/searchSpace";

/**
 * Counts of single modules: unit lengths, nodes at their place, feature values at their place and anywhere. A
 * continuous feature is a column of its numbers.
 */
export type OneHot = { readonly numColumns: number; encode(architecture: Architecture): Float64Array };

type Count = { readonly token: string; readonly amount: number };
type Entry = { readonly column: number; readonly amount: number };

const countFeature = ({ kind }: Feature, place: string, code: number | undefined): Count =>
  kind === "continuous"
    ? { token: place, amount: code === undefined || code === ABSENT ? 0 : code }
    : { token: `${place}=${code}`, amount: 1 };

const countGlobals = ({ globalFeatures }: SearchSpace, globals: Node): Count[] =>
  globalFeatures.map((feature, index) => countFeature(feature, `global|${index}`, globals[index]));

const countNode = ({ nodeFeatures }: SearchSpace, unit: number, layer: number, node: Node): Count[] => [
  { token: `node|${unit}.${layer}=${node.join(",")}`, amount: 1 },
  ...nodeFeatures.flatMap((feature, k) => [
    countFeature(feature, `any|${k}`, node[k]),
    countFeature(feature, `at|${unit}.${layer}|${k}`, node[k]),
  ]),
];

const lengthToken = (unit: number, length: number): string => `length|${unit}=${length}`;

/** Columns are the modules of the labelled rows; what they never hold is not counted. */
export function createOneHot(space: SearchSpace, labelled: readonly Architecture[]): OneHot {
  const columns = new Map<string, number>();
  const addColumn = (token: string): void => {
    if (!columns.has(token)) columns.set(token, columns.size);
  };
  for (const { units, globals } of labelled) {
    for (const { token } of countGlobals(space, globals)) addColumn(token);
    units.forEach((unit, u) => {
      addColumn(lengthToken(u, unit.length));
      unit.forEach((node, layer) => {
        for (const { token } of countNode(space, u, layer, node)) addColumn(token);
      });
    });
  }
  const entriesOf = (counts: readonly Count[]): Entry[] =>
    counts.flatMap(({ token, amount }) => {
      const column = columns.get(token);
      return column === undefined ? [] : [{ column, amount }];
    });
  // The same nodes come again and again, and their tokens take longer to put together than to count.
  const known = new Map<string, readonly Entry[]>();
  const nodeEntries = (unit: number, layer: number, node: Node): readonly Entry[] => {
    const key = `${unit}.${layer}=${node.join()}`;
    const entries = known.get(key) ?? entriesOf(countNode(space, unit, layer, node));
    known.set(key, entries);
    return entries;
  };
  return {
    numColumns: columns.size,
    encode: ({ units, globals }) => {
      const row = new Float64Array(columns.size);
      const add = (entries: readonly Entry[]): void => {
        for (const { column, amount } of entries) row[column] = (row[column] as number) + amount;
      };
      add(entriesOf(countGlobals(space, globals)));
      units.forEach((unit, u) => {
        add(entriesOf([{ token: lengthToken(u, unit.length), amount: 1 }]));
        unit.forEach((node, layer) => add(nodeEntries(u, layer, node)));
      });
      return row;
    },
  };
}

/** Predicts one target from one row of counts. */
export type Regressor = (row: Float64Array) => number;
