import type { Architecture, Unit } from "../../core/architecture";
import { splitSequence } from "../../core/scoredUnits";
import type { SearchSpace } from "../../core/searchSpace";
import { countSubgraphs } from "./subgraphTokens";
import { countGlobals, countUnit, type Count } from "./tokens";

/**
 * Counts of modules as a point of the process: sparse, one amount per column held.
 * `unseen` is the squared length of all modules that no labelled row holds; it only adds distance, so that an
 * architecture of unknown parts is far from everything.
 */
export type Point = {
  readonly columns: readonly number[];
  readonly amounts: readonly number[];
  readonly unseen: number;
};

export type Encoder = {
  readonly numColumns: number;
  /** Whether counts of units add up to those of the architecture; not so where paths run through everything. */
  readonly addsUp: boolean;
  encode(architecture: Architecture): Point;
  /** What a sequence of the unit adds to the counts, also where it fills the next unit too; only where `addsUp`. */
  encodeSequence(unitIndex: number, nodes: Unit): Point;
};

/** Columns are the modules of the labelled rows, scaled so that distances do not grow with their number. */
export function createEncoder(space: SearchSpace, labelled: readonly Architecture[]): Encoder {
  const addsUp = space.structure !== "cell" && space.structure !== "graph";
  const countAll = (architecture: Architecture, count: Count): void => {
    architecture.units.forEach((unit, unitIndex) => countUnit(space, unitIndex, unit, count));
    countGlobals(space, architecture.globals, count);
    if (!addsUp) countSubgraphs(space, architecture, count);
  };
  const columns = columnsOf(labelled, countAll);
  const scale = 1 / Math.sqrt(Math.max(1, columns.size));

  const toPoint = (countInto: (count: Count) => void): Point => {
    const known = new Map<number, number>();
    const unseen = new Map<string, number>();
    countInto((token, amount) => {
      const column = columns.get(token);
      if (column === undefined) unseen.set(token, (unseen.get(token) ?? 0) + amount * scale);
      else known.set(column, (known.get(column) ?? 0) + amount * scale);
    });
    return {
      columns: [...known.keys()],
      amounts: [...known.values()],
      unseen: [...unseen.values()].reduce((sum, amount) => sum + amount * amount, 0),
    };
  };
  return {
    numColumns: columns.size,
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

/** One column per module that some row holds, in order of appearance. */
function columnsOf(
  rows: readonly Architecture[],
  countAll: (architecture: Architecture, count: Count) => void,
): Map<string, number> {
  const columns = new Map<string, number>();
  for (const row of rows) {
    countAll(row, (token) => {
      if (!columns.has(token)) columns.set(token, columns.size);
    });
  }
  return columns;
}
