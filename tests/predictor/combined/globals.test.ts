import { afterAll, beforeAll, expect, it } from "vitest";
import type { Architecture } from "@/lib/core/architecture";
import { coverOf } from "@/lib/core/cover";
import { seededRandom } from "@/lib/core/random";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { srcc } from "@/lib/core/stats";
import { start } from "@/lib/predictor/backend";
import type { Predictor } from "@/lib/predictor/predictor";
import { fitPredictor, openPredictor } from "@/lib/predictor/registry";
import { quickSettings } from "./samples";

// Two layers that matter a little, and a width and an activation of the whole architecture that matter a lot.
const space: SearchSpace = {
  structure: "chain",
  units: [{ name: "layers", lengths: [2] }],
  nodeFeatures: [{ name: "op", kind: "categorical", values: ["a", "b", "c"] }],
  globalFeatures: [
    { name: "width", kind: "continuous", values: [100, 300] },
    { name: "activation", kind: "categorical", values: ["relu", "gelu"] },
  ],
  notation: "test",
  constants: {},
};
const random = seededRandom(3);
const architectures = Array.from({ length: 160 }, (_, index): Architecture => ({
  id: String(index),
  units: [[[Math.floor(3 * random())], [Math.floor(3 * random())]]],
  globals: [100 + Math.floor(200 * random()), Math.floor(2 * random())],
}));
const truth = ({ units, globals: [width = 0, activation = 0] }: Architecture): number =>
  width / 50 + 3 * activation + 0.2 * (units[0]?.[0]?.[0] ?? 0);
const labelled = architectures.slice(0, 60);
const problem = {
  space,
  architectures: labelled,
  targets: Float64Array.from(labelled, truth),
  target: "planted",
  datasetHash: "",
};
const unseen = architectures.slice(60);
const opened: Predictor[] = [];
let predictor: Predictor;

beforeAll(async () => {
  await start("wasm");
  predictor = await fitPredictor(problem, quickSettings);
  opened.push(predictor);
});
afterAll(() => opened.forEach((one) => one.dispose()));

it("features of the whole architecture are one more module, and sums with it rank as predictions do", async () => {
  const modules = unseen.map((row) => coverOf(space, row, predictor.numHops));
  expect(modules[0]).toHaveLength(2);
  const scores = await predictor.scoreModules(modules.flat());
  const sums = modules.map((_, row) =>
    scores.slice(2 * row, 2 * row + 2).reduce((sum, { score }) => sum + score, 0),
  );
  const predictions = (await predictor.predict(unseen)).map(({ value }) => value);
  expect(srcc(predictions, unseen.map(truth))).toBeGreaterThan(0.9);
  expect(srcc(sums, predictions)).toBeGreaterThan(0.95);
});

it("have values that are ranked: gelu over relu, and width by width", async () => {
  const scores = await predictor.scoreFeatures();
  const activation = scores.filter(({ feature }) => feature === "activation");
  expect(activation.map(({ value }) => value)).toEqual(["relu", "gelu"]);
  expect(activation[1]?.low).toBeGreaterThan(activation[0]?.high ?? NaN);
  const widths = scores.filter(({ feature }) => feature === "width").map(({ score }) => score);
  expect(widths).toHaveLength(5);
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
});

it("score the same from a file", async () => {
  const again = await openPredictor(JSON.parse(JSON.stringify(predictor.toFile())));
  opened.push(again);
  const [before, after] = [await predictor.scoreFeatures(), await again.scoreFeatures()];
  after.forEach(({ score }, index) => expect(score).toBeCloseTo(before[index]?.score ?? NaN, 4));
});
