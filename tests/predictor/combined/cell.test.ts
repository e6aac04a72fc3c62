import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coverOf } from "@/lib/core/cover";
import { start } from "@/lib/predictor/backend";
import type { Predictor } from "@/lib/predictor/predictor";
import { fitPredictor } from "@/lib/predictor/registry";
import { quickSettings, sampleProblem } from "./samples";

const { problem, others } = sampleProblem("cell", 60);
const unseen = others.slice(0, 50);
let predictor: Predictor;

beforeAll(async () => {
  await start("wasm");
  predictor = await fitPredictor(problem, { ...quickSettings, hiddenWidth: 8 });
});
afterAll(() => predictor.dispose());

describe("a fit to 60 cells", () => {
  it("scores a whole cell with exactly what it predicts for it", async () => {
    const covers = unseen.flatMap((cell) => coverOf(problem.space, cell, predictor.numHops));
    const scores = await predictor.scoreModules(covers);
    const predictions = await predictor.predict(unseen);
    expect(scores.map(({ score }) => score)).toEqual(predictions.map(({ value }) => value));
  });

  it("gives that score the narrower interval of a mean, not of one measurement", async () => {
    const [cell] = unseen;
    const [score] = await predictor.scoreModules(cell ? coverOf(problem.space, cell, predictor.numHops) : []);
    const [prediction] = await predictor.predict(unseen.slice(0, 1));
    expect(score?.low).toBeGreaterThanOrEqual(prediction?.low ?? NaN);
    expect(score?.high).toBeLessThanOrEqual(prediction?.high ?? NaN);
    expect(score?.high).toBeGreaterThan(score?.low ?? NaN);
  });

  it("keeps scores in order where whole cells and single nodes are asked for together", async () => {
    const cells = unseen.slice(0, 3);
    const nodes = cells.map(({ units }) => ({ unitIndex: 0, layers: [2], nodes: [units[0]?.[2] ?? []] }));
    const wholes = cells.flatMap((cell) => coverOf(problem.space, cell, predictor.numHops));
    const mixed = await predictor.scoreModules(wholes.flatMap((whole, i) => [nodes[i] ?? whole, whole]));
    const apart = [await predictor.scoreModules(nodes), await predictor.scoreModules(wholes)];
    mixed.forEach((module, i) => {
      const alone = apart[i % 2]?.[Math.floor(i / 2)];
      expect(module.layers).toEqual(alone?.layers);
      expect(module.score).toBeCloseTo(alone?.score ?? NaN, 6);
    });
  });
});
