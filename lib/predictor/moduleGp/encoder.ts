import type { Architecture, Unit } from "../../core/architecture";
import { splitSequence } from "../../core/scoredUnits";
import type { SearchSpace } from "../../core/searchSpace";
import { countSubgraphs } from "./subgraphTokens";
import { countGlobals, countUnit, type Count } from "./tokens";

/** The modules that are counted: one column each, in order of appearance among the labelled rows. */
export type Columns = {
  readonly size: number;
  /** Names of the groups, in order of appearance. */
  readonly groups: readonly string[];
  /** Index of the group of each column. */
  readonly groupOf: readonly number[];
};

/**
 * Counts of modules as a point of the process: sparse, one amount per column held.
 * `unseen` is the squared length, per group, of all modules that no labelled row holds; it only adds distance, so that
 * an architecture of unknown parts is far from everything.
 */
export type Point = {
  readonly columns: readonly number[];
  readonly amounts: readonly number[];
  readonly unseen: readonly number[];
};

export type Encoder = {
  readonly columns: Columns;
  /** Whether counts of units add up to those of the architecture; not so where paths run through everything. */
  readonly addsUp: boolean;
  encode(architecture: Architecture): Point;
  /** What a sequence of the unit adds to the counts, also where it fills the next unit too; only where `addsUp`. */
  encodeSequence(unitIndex: number, nodes: Unit): Point;
};

const tokenOf = (group: string, name: string): string => `${group}|${name}`;

/** Columns are the modules of the labelled rows. */
export function createEncoder(space: SearchSpace, labelled: readonly Architecture[]): Encoder {
  const addsUp = space.structure !== "cell" && space.structure !== "graph";
  const countAll = (architecture: Architecture, count: Count): void => {
    architecture.units.forEach((unit, unitIndex) => countUnit(space, unitIndex, unit, count));
    countGlobals(space, architecture.globals, count);
    if (!addsUp) countSubgraphs(space, architecture, count);
  };
  const { columnOf, groupIndex, groupOf } = findColumns(labelled, countAll);

  const toPoint = (countInto: (count: Count) => void): Point => {
    const known = new Map<number, number>();
    const unknown = new Map<string, { group: number; amount: number }>();
    countInto((group, name, amount) => {
      const token = tokenOf(group, name);
      const column = columnOf.get(token);
      if (column !== undefined) known.set(column, (known.get(column) ?? 0) + amount);
      else {
        // A group that no labelled row has anything of has no scale to measure a distance with.
        const index = groupIndex.get(group);
        if (index !== undefined)
          unknown.set(token, { group: index, amount: (unknown.get(token)?.amount ?? 0) + amount });
      }
    });
    const unseen = Array.from({ length: groupIndex.size }, () => 0);
    for (const { group, amount } of unknown.values()) unseen[group] = (unseen[group] ?? 0) + amount * amount;
    return { columns: [...known.keys()], amounts: [...known.values()], unseen };
  };
  return {
    columns: { size: columnOf.size, groups: [...groupIndex.keys()], groupOf },
    addsUp,
    encode: (architecture) => toPoint((count) => countAll(architecture, count)),
    encodeSequence: (unitIndex, nodes) =>
      toPoint((count) =>
        splitSequence(space, unitIndex, nodes).forEach((unit, part) =>
          countUnit(space, unitIndex + part, unit, count),
        ),
      ),
  };
}

function findColumns(
  rows: readonly Architecture[],
  countAll: (architecture: Architecture, count: Count) => void,
) {
  const columnOf = new Map<string, number>();
  const groupIndex = new Map<string, number>();
  const groupOf: number[] = [];
  for (const row of rows)
    countAll(row, (group, name) => {
      const token = tokenOf(group, name);
      if (columnOf.has(token)) return;
      columnOf.set(token, columnOf.size);
      const index = groupIndex.get(group) ?? groupIndex.size;
      groupIndex.set(group, index);
      groupOf.push(index);
    });
  return { columnOf, groupIndex, groupOf };
}
