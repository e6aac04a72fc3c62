import { beforeAll, describe, expect, it } from "vitest";
import { coverOf } from "@/lib/core/cover";
import { mean, srcc } from "@/lib/core/stats";
import { forest, ridge } from "@/lib/predictor/baselines/method";
import type { Predictor, PredictorFile, StoredTensor } from "@/lib/predictor/predictor";
import { openPredictor } from "@/lib/predictor/registry";
import { store } from "@/lib/predictor/serialise";
import { sampleProblem } from "../combined/samples";
import { plant } from "../plantedData";
import { best, coverage, positionEffects, predictionCoverage, sequenceEffects } from "../plantedEffects";
import { feature, holdsNeitherHalf, holdsPair, pair, position } from "../plantedTruths";

const NOISE = 0.5;
const PATIENCE_MS = 300_000;
const data = plant(position, { seed: 1, numRows: 300, noise: NOISE });
const twoTogether = plant(pair, { seed: 1, numRows: 300, noise: NOISE });

/** As a page stores it and the command line reads it. */
const reopened = (predictor: Predictor, change: (file: PredictorFile) => PredictorFile = (file) => file) => {
  const file: PredictorFile = JSON.parse(JSON.stringify(predictor.toFile()));
  return openPredictor(change(file));
};

describe.each([ridge, forest])("$label on 300 rows with one planted effect", (method) => {
  let predictor: Predictor;
  beforeAll(async () => {
    predictor = await method.fit(data.problem, method.defaults, {});
  }, PATIENCE_MS);

  it("finds the two operations that help, in their place", async () =>
    expect(best(await positionEffects(predictor, data), 2).sort()).toEqual(["2:0=0,2", "2:0=1,2"]));

  it("has intervals that hold what is true of at least 90 % of the places", async () =>
    expect(coverage(await positionEffects(predictor, data))).toBeGreaterThanOrEqual(0.9));

  it("holds 85 to 95 % of unseen measurements in its intervals", async () => {
    const share = await predictionCoverage(predictor, data);
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(0.95);
    expect(predictor.metrics.coverage).toBeGreaterThan(0.8);
  });

  it("tells what it said of every training row before it saw it", () => {
    const { validation, numTrain, numTest } = predictor.metrics;
    expect(numTrain).toBe(270);
    expect(numTest).toBe(30);
    expect(validation?.predicted).toHaveLength(270);
    expect(srcc(validation?.predicted ?? [], validation?.measured ?? [])).toBeGreaterThan(0.5);
  });

  it("says the same after it was stored and opened", async () => {
    const opened = await reopened(predictor);
    const rows = data.unseen.architectures.slice(0, 20);
    const modules = rows.flatMap((row) => coverOf(data.problem.space, row, predictor.numHops));
    expect(await opened.predict(rows)).toEqual(await predictor.predict(rows));
    expect(await opened.scoreModules(modules)).toEqual(await predictor.scoreModules(modules));
    expect(opened.metrics).toEqual(predictor.metrics);
  });

  it("repeats with its seed", async () => {
    const again = await method.fit(data.problem, method.defaults, {});
    expect(again.toFile().tensors).toEqual(predictor.toFile().tensors);
  });

  it("stops when it is told to", () =>
    expect(
      method.fit(data.problem, method.defaults, { signal: AbortSignal.abort(new Error("stopped")) }),
    ).rejects.toThrow("stopped"));

  it("refuses a table that is too small to be split in folds", () => {
    const { problem } = plant(feature, { seed: 1, numRows: 11, noise: NOISE });
    return expect(method.fit(problem, method.defaults, {})).rejects.toThrow(
      "Training needs at least 12 architectures with a target; there are 11.",
    );
  });
});

it("sums of ridge regression's module scores rank whole architectures as its predictions do", async () => {
  const predictor = await ridge.fit(data.problem, ridge.defaults, {});
  const rows = data.unseen.architectures.slice(0, 100);
  const sums: number[] = [];
  for (const row of rows) {
    const scores = await predictor.scoreModules(coverOf(data.problem.space, row, predictor.numHops));
    sums.push(scores.reduce((sum, { score }) => sum + score, 0));
  }
  const predicted = (await predictor.predict(rows)).map(({ value }) => value);
  expect(srcc(sums, predicted)).toBeGreaterThan(0.9999);
});

it("of two operations that help only together, one alone is credited with half by ridge regression, with little by the forest", async () => {
  const creditOfHalf = async (method: typeof ridge): Promise<number> => {
    const predictor = await method.fit(twoTogether.problem, method.defaults, {});
    const effects = await sequenceEffects(predictor, twoTogether);
    const meanOf = (holds: (name: string) => boolean) =>
      mean(effects.filter(({ name }) => holds(name)).map(({ effect }) => effect));
    const neither = meanOf(holdsNeitherHalf);
    const half = meanOf((name) => !holdsPair(name) && !holdsNeitherHalf(name));
    return (half - neither) / (meanOf(holdsPair) - neither);
  };
  const [ofRidge, ofForest] = [await creditOfHalf(ridge), await creditOfHalf(forest)];
  console.log(
    `credit of half a pair: ridge regression ${ofRidge.toFixed(2)}, random forest ${ofForest.toFixed(2)}`,
  );
  expect(ofRidge).toBeCloseTo(0.5, 1);
  expect(ofForest).toBeLessThan(0.2);
});

describe("a damaged file of a forest", () => {
  const withTensor = async (name: string, tensor: StoredTensor) => {
    const predictor = await forest.fit(data.problem, { ...forest.defaults, numTrees: 10 }, {});
    return reopened(predictor, (file) => ({ ...file, tensors: { ...file.tensors, [name]: tensor } }));
  };

  it("whose children stand before their parents is refused, not walked for ever", async () => {
    const { tensors } = (await forest.fit(data.problem, { ...forest.defaults, numTrees: 10 }, {})).toFile();
    const [length = 0] = tensors.rights?.shape ?? [];
    await expect(withTensor("rights", store([length], new Float32Array(length)))).rejects.toThrow(
      "Forest 1 of the predictor file is damaged",
    );
  });

  it("with fewer trees than it says is refused", () =>
    expect(withTensor("roots", store([1], new Float32Array(1)))).rejects.toThrow(
      "Forest 1 of the predictor file is damaged",
    ));
});

it("weights of other rows than the file's are refused", async () => {
  const predictor = await ridge.fit(data.problem, ridge.defaults, {});
  await expect(
    reopened(predictor, (file) => ({
      ...file,
      tensors: { ...file.tensors, weights: store([6, 2], new Float64Array(12)) },
    })),
  ).rejects.toThrow("2 weights a model");
  await expect(
    reopened(predictor, (file) => ({
      ...file,
      tensors: { intercepts: store([0], new Float64Array()), weights: store([0, 0], new Float64Array()) },
    })),
  ).rejects.toThrow("holds no models without a fold");
});

it.each([ridge, forest])("$label scores cells: the whole cell by its prediction", async (method) => {
  const { problem, others } = sampleProblem("cell", 150);
  const predictor = await method.fit(problem, { ...method.defaults, maxRows: 150 }, {});
  const [cell] = others;
  if (!cell) throw new Error("There is no other cell.");
  const [whole] = coverOf(problem.space, cell, predictor.numHops);
  if (!whole) throw new Error("The cell has no module.");
  const [score] = await predictor.scoreModules([whole]);
  const [predicted] = await predictor.predict([cell]);
  expect(score?.score).toBeCloseTo(predicted?.value ?? NaN, 9);
});
