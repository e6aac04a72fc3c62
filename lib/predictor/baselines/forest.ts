import type { Random } from "../../core/random";
import type { Regressor } from "./oneHot";

/** Trees one behind the other, each node right before its left child; all arrays but `roots` have one entry a node. */
export type Trees = {
  /** Where each tree begins. */
  readonly roots: Int32Array;
  /** Column that a node splits by; -1 for a leaf. */
  readonly columns: Int32Array;
  /** Rows whose column is no greater go left; of a leaf the value it predicts. */
  readonly values: Float64Array;
  /** Where a node's right child is; 0 for a leaf. */
  readonly rights: Int32Array;
};

/** The mean of the trees. */
export function predictWith({ roots, columns, values, rights }: Trees, row: Float64Array): number {
  let sum = 0;
  for (const root of roots) {
    let node = root;
    for (let column = columns[node] as number; column >= 0; column = columns[node] as number)
      node = (row[column] as number) <= (values[node] as number) ? node + 1 : (rights[node] as number);
    sum += values[node] as number;
  }
  return sum / roots.length;
}

/**
 * A random forest for regression (Breiman 2001) with the defaults of scikit-learn: every tree grows on as many rows
 * drawn with replacement until its leaves are pure, and looks at all columns.
 * @param rows shape [numRows][numColumns]
 */
export function fitForest(
  rows: readonly Float64Array[],
  targets: Float64Array,
  random: Random,
  numTrees = 200,
): Regressor {
  const grower = createGrower(rows, targets);
  for (let tree = 0; tree < numTrees; tree++) grower.grow(random);
  const trees = grower.finish();
  return (row) => predictWith(trees, row);
}

/** Grows a forest tree by tree, so that its caller may pause between them. */
export type Grower = { readonly grow: (random: Random) => void; readonly finish: () => Trees };

export function createGrower(rows: readonly Float64Array[], targets: Float64Array): Grower {
  const [roots, columns, values, rights]: [number[], number[], number[], number[]] = [[], [], [], []];
  const bestSplit = createSplitter(rows, targets);
  const add = (column: number, value: number): number => {
    columns.push(column);
    values.push(value);
    return rights.push(0) - 1;
  };
  const growNode = (held: readonly number[], random: Random): void => {
    const sum = held.reduce((total, index) => total + (targets[index] as number), 0);
    const pure = held.every((index) => targets[index] === targets[held[0] as number]);
    const split = pure ? null : bestSplit(held, sum, random);
    if (split === null) {
      add(-1, sum / held.length);
      return;
    }
    const goesLeft = (index: number) => (rows[index]?.[split.column] as number) <= split.atMost;
    const node = add(split.column, split.atMost);
    growNode(held.filter(goesLeft), random);
    rights[node] = columns.length;
    growNode(
      held.filter((index) => !goesLeft(index)),
      random,
    );
  };
  return {
    grow: (random) => {
      roots.push(columns.length);
      growNode(
        rows.map(() => Math.floor(random() * rows.length)),
        random,
      );
    },
    finish: () => ({
      roots: Int32Array.from(roots),
      columns: Int32Array.from(columns),
      values: Float64Array.from(values),
      rights: Int32Array.from(rights),
    }),
  };
}

type Split = { readonly column: number; readonly atMost: number };

/** A column's different values, ascending, and which of them each row has. */
type Column = { readonly levels: Float64Array; readonly levelOf: Uint32Array };

function readColumn(rows: readonly Float64Array[], column: number): Column {
  const levels = Float64Array.from(new Set(rows.map((row) => row[column] as number))).sort();
  const places = new Map([...levels].map((value, level) => [value, level]));
  return { levels, levelOf: Uint32Array.from(rows, (row) => places.get(row[column] as number) ?? 0) };
}

/**
 * Finds splits of least squared error; columns are visited from a random one on, so that ties fall differently per
 * tree.
 */
function createSplitter(rows: readonly Float64Array[], targets: Float64Array) {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => readColumn(rows, column));
  const most = columns.reduce((longest, { levels }) => Math.max(longest, levels.length), 0);
  const counts = new Float64Array(most);
  const sums = new Float64Array(most);
  return (held: readonly number[], sum: number, random: Random): Split | null => {
    const offset = Math.floor(random() * columns.length);
    // Squared error falls by as much as sumLeft^2 / numLeft + sumRight^2 / numRight grows.
    let least = (sum * sum) / held.length + 1e-12 * Math.abs(sum);
    let best: Split | null = null;
    for (let step = 0; step < columns.length; step++) {
      const index = (offset + step) % columns.length;
      const { levels, levelOf } = columns[index] as Column;
      if (levels.length < 2) continue;
      counts.fill(0, 0, levels.length);
      sums.fill(0, 0, levels.length);
      for (const row of held) {
        const level = levelOf[row] as number;
        counts[level] = (counts[level] as number) + 1;
        sums[level] = (sums[level] as number) + (targets[row] as number);
      }
      let [numLeft, sumLeft] = [0, 0];
      for (let level = 0; level < levels.length; level++) {
        const count = counts[level] as number;
        if (count === 0) continue;
        numLeft += count;
        if (numLeft === held.length) break;
        sumLeft += sums[level] as number;
        const gain = sumLeft ** 2 / numLeft + (sum - sumLeft) ** 2 / (held.length - numLeft);
        if (gain > least) {
          least = gain;
          best = { column: index, atMost: levels[level] as number };
        }
      }
    }
    return best;
  };
}
