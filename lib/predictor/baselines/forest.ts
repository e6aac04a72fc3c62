import type { Random } from "../../core/random";
import type { Regressor } from "./oneHot";

type Leaf = { readonly value: number };
type Split = { readonly column: number; readonly atMost: number; readonly left: Tree; readonly right: Tree };
type Tree = Leaf | Split;

/**
 * A random forest for regression (Breiman 2001) with the defaults of scikit-learn: every tree grows on as many rows
 * drawn with replacement until its leaves are pure, and looks at all columns.
 * @param rows shape [numRows][numColumns], few different values a column
 */
export function fitForest(
  rows: readonly Float64Array[],
  targets: Float64Array,
  random: Random,
  numTrees = 200,
): Regressor {
  const trees = Array.from({ length: numTrees }, () =>
    grow(
      rows,
      targets,
      rows.map(() => Math.floor(random() * rows.length)),
      random,
    ),
  );
  return (row) => trees.reduce((sum, tree) => sum + leafValue(tree, row), 0) / numTrees;
}

function leafValue(tree: Tree, row: Float64Array): number {
  let node = tree;
  while (!("value" in node)) node = (row[node.column] as number) <= node.atMost ? node.left : node.right;
  return node.value;
}

function grow(rows: readonly Float64Array[], targets: Float64Array, held: number[], random: Random): Tree {
  const sum = held.reduce((total, index) => total + (targets[index] as number), 0);
  const pure = held.every((index) => targets[index] === targets[held[0] as number]);
  const split = pure ? null : bestSplit(rows, targets, held, sum, random);
  if (split === null) return { value: sum / held.length };
  const goesLeft = (index: number) => (rows[index]?.[split.column] as number) <= split.atMost;
  return {
    ...split,
    left: grow(rows, targets, held.filter(goesLeft), random),
    right: grow(
      rows,
      targets,
      held.filter((index) => !goesLeft(index)),
      random,
    ),
  };
}

/** The split of least squared error; columns are visited from a random one on, so that ties fall differently per tree. */
function bestSplit(
  rows: readonly Float64Array[],
  targets: Float64Array,
  held: readonly number[],
  sum: number,
  random: Random,
): Pick<Split, "column" | "atMost"> | null {
  const numColumns = rows[0]?.length ?? 0;
  const offset = Math.floor(random() * numColumns);
  // Squared error falls by as much as sumLeft^2 / numLeft + sumRight^2 / numRight grows.
  let least = (sum * sum) / held.length + 1e-12 * Math.abs(sum);
  let best: Pick<Split, "column" | "atMost"> | null = null;
  for (let step = 0; step < numColumns; step++) {
    const column = (offset + step) % numColumns;
    const totals = new Map<number, { count: number; sum: number }>();
    for (const index of held) {
      const value = rows[index]?.[column] as number;
      const total = totals.get(value) ?? { count: 0, sum: 0 };
      total.count++;
      total.sum += targets[index] as number;
      totals.set(value, total);
    }
    if (totals.size < 2) continue;
    let [numLeft, sumLeft] = [0, 0];
    for (const [value, total] of [...totals].sort(([a], [b]) => a - b).slice(0, -1)) {
      numLeft += total.count;
      sumLeft += total.sum;
      const gain = sumLeft ** 2 / numLeft + (sum - sumLeft) ** 2 / (held.length - numLeft);
      if (gain > least) {
        least = gain;
        best = { column, atMost: value };
      }
    }
  }
  return best;
}
