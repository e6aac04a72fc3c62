import { countSetting } from "../numberSetting";
import type { PredictorFile } from "../predictor";
import { restoreNamed, store } from "../serialise";
import type { Family } from "./family";
import { createGrower, predictWith, type Trees } from "./forest";

/** Trees of a forest without a fold, for each tree of the whole one: they only tell how far that may be off. */
const SHARE_WITHOUT_FOLD = 0.3;

export const forestFamily: Family<Trees> = {
  async fit({ rows, targets }, settings, random, beforeStep, like) {
    const numTrees = countSetting(settings, "numTrees", 1);
    const grower = createGrower(rows, targets);
    for (let left = like ? Math.ceil(numTrees * SHARE_WITHOUT_FOLD) : numTrees; left > 0; left--) {
      await beforeStep();
      grower.grow(random);
    }
    return grower.finish();
  },
  predict: predictWith,
  store: storeForests,
  restore: restoreForests,
};

/** Numbers of trees and nodes of each forest, and the arrays of all forests one behind the other. */
function storeForests(forests: readonly Trees[]): PredictorFile["tensors"] {
  // Whole numbers below 2^24 are exact in float32.
  const whole = (arrays: readonly (Int32Array | readonly number[])[]) => {
    const numbers = Float32Array.from(arrays.flatMap((array) => [...array]));
    return store([numbers.length], numbers);
  };
  const values = Float64Array.from(forests.flatMap((trees) => [...trees.values]));
  return {
    numTrees: whole([forests.map(({ roots }) => roots.length)]),
    numNodes: whole([forests.map(({ columns }) => columns.length)]),
    roots: whole(forests.map(({ roots }) => roots)),
    columns: whole(forests.map(({ columns }) => columns)),
    rights: whole(forests.map(({ rights }) => rights)),
    values: store([values.length], values),
  };
}

function restoreForests(tensors: PredictorFile["tensors"], numColumns: number): Trees[] {
  const whole = (name: string): Int32Array => Int32Array.from(restoreNamed(tensors, name));
  const [numNodes, roots, columns, rights] = [
    whole("numNodes"),
    whole("roots"),
    whole("columns"),
    whole("rights"),
  ];
  const values = Float64Array.from(restoreNamed(tensors, "values"));
  let [node, tree] = [0, 0];
  return Array.from(whole("numTrees"), (numTrees, forest) => {
    const size = numNodes[forest] ?? 0;
    const trees: Trees = {
      roots: roots.slice(tree, tree + numTrees),
      columns: columns.slice(node, node + size),
      rights: rights.slice(node, node + size),
      values: values.slice(node, node + size),
    };
    node += size;
    tree += numTrees;
    if (trees.roots.length !== numTrees || numTrees === 0 || !areTrees(trees, size, numColumns))
      throw new RangeError(
        `Forest ${forest + 1} of the predictor file is damaged: it has no trees to follow.`,
      );
    return trees;
  });
}

/** Whether every way from a root ends in a leaf: children stand behind their parent, and the last node is a leaf. */
function areTrees({ roots, columns, rights, values }: Trees, size: number, numColumns: number): boolean {
  const isNode = (node: number): boolean => node >= 0 && node < size;
  return (
    columns.length === size &&
    rights.length === size &&
    values.length === size &&
    roots.every(isNode) &&
    columns.every((column, node) => {
      if (column === -1) return Number.isFinite(values[node]);
      const right = rights[node] ?? 0;
      return column >= 0 && column < numColumns && right > node + 1 && isNode(right);
    })
  );
}
