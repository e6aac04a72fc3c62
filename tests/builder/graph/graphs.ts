import { imported } from "../../core/formats/reading";
import type { Draft } from "@/lib/builder/draft";
import { draftOf } from "@/lib/builder/draft";
import { graphRules, type GraphRules } from "@/lib/builder/graph/rules";
import type { Dataset } from "@/lib/core/dataset";

export type GraphCase = { readonly dataset: Dataset; readonly rules: GraphRules; readonly first: Draft };

const caseOf = (rows: readonly unknown[]): GraphCase => {
  const { dataset } = imported(JSON.stringify(rows));
  const rules = graphRules(dataset.space, dataset.architectures);
  const [first] = dataset.architectures;
  if (rules === null || first === undefined) throw new Error("These rows are no graphs.");
  return { dataset, rules, first: draftOf(first) };
};

/** Codes of the operations of `nodeCells`: values are in the order of their characters. */
export const CONV: readonly number[] = [0];
export const INPUT: readonly number[] = [1];
export const OUTPUT: readonly number[] = [2];
export const POOL: readonly number[] = [3];

/** NAS-Bench-101 cells of two to five nodes, with at most five edges; no node is dead. */
export const nodeCells = caseOf([
  {
    ops: ["input", "conv", "pool", "output"],
    adjacency: [
      [0, 1, 1, 0],
      [0, 0, 1, 1],
      [0, 0, 0, 1],
      [0, 0, 0, 0],
    ],
    accuracy: 0.9,
  },
  {
    ops: ["input", "output"],
    adjacency: [
      [0, 1],
      [0, 0],
    ],
    accuracy: 0.5,
  },
  {
    ops: ["input", "conv", "output"],
    adjacency: [
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
    ],
    accuracy: 0.8,
  },
  {
    ops: ["input", "conv", "conv", "pool", "output"],
    adjacency: [
      [0, 1, 1, 0, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 1, 0],
      [0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0],
    ],
    accuracy: 0.93,
  },
]);

/** Graphs without operations of their own for input and output; one edge runs from a later node to an earlier one. */
export const plainGraphs = caseOf([
  { graph: { nodes: [{ op: "a" }, { op: "b" }, { op: "c" }], edges: [[0, 2], [2, 1]] }, score: 1 }, // prettier-ignore
  { graph: { nodes: [{ op: "b" }, { op: "a" }, { op: "a" }, { op: "c" }], edges: [[0, 1], [0, 2], [1, 3], [2, 3]] }, score: 2 }, // prettier-ignore
]);
