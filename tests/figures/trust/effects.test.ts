import { expect, it } from "vitest";
import { featureEffects, groupEffects, positionEffects } from "@/lib/figures/trust/effects";

const scored = (unitIndex: number, score: number) => ({
  unitIndex,
  layers: [0],
  nodes: [[0]],
  hop: 0,
  score,
  low: score - 1,
  high: score + 1,
  support: 1,
});

it("measures effects and their intervals from the mean of the group", () => {
  expect(groupEffects([scored(0, 4), scored(0, 6)])).toEqual([
    { effect: -1, low: -2, high: 0 },
    { effect: 1, low: 0, high: 2 },
  ]);
});

it("compares operations within their unit", () => {
  const effects = positionEffects([scored(0, 4), scored(1, 10), scored(0, 6)]).map(({ effect }) => effect);
  expect(effects).toEqual([-1, 1, 0]);
});

it("compares values within their feature", () => {
  const scores = [
    { feature: "kernel", value: 3, ...scored(0, 1) },
    { feature: "kernel", value: 5, ...scored(0, 3) },
    { feature: "unit", value: 1, ...scored(0, 50) },
  ];
  expect(featureEffects(scores, { nodeFeatures: [] }).map(({ effect }) => effect)).toEqual([-1, 1]);
});
