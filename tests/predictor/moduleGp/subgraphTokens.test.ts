import { expect, it } from "vitest";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { countSubgraphs } from "@/lib/predictor/moduleGp/subgraphTokens";

// Two edges after one another beside a direct one: 0 -> 1, 2 alone.
const space: SearchSpace = {
  structure: "cell",
  units: [{ name: "cell", lengths: [3] }],
  nodeFeatures: [{ name: "op", kind: "categorical", values: ["none", "skip_connect", "conv"] }],
  globalFeatures: [],
  edges: [[0, 1]],
  notation: "test",
  constants: {},
};
const tokens = (...codes: number[]) => {
  const counts: Record<string, number> = {};
  countSubgraphs(
    space,
    { id: "a", units: [codes.map((code) => [code])], globals: [] },
    (group, name, amount) => {
      const token = `${group}|${name}`;
      counts[token] = (counts[token] ?? 0) + amount;
    },
  );
  return counts;
};

it("counts paths without identities and subtrees of what is alive", () =>
  expect(tokens(2, 1, 2)).toMatchObject({
    "size|alive=3": 1,
    "path|conv": 2,
    "tree 1|skip_connect(conv)": 1,
  }));

it("an operation that leads only into a dead one is dead", () => {
  expect(tokens(2, 0, 2)).toEqual(tokens(1, 0, 2));
  expect(tokens(2, 0, 2)["path|conv"]).toBe(1);
});
