import * as tf from "@tensorflow/tfjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coverOf } from "@/lib/core/cover";
import { sequenceModule } from "@/lib/core/module";
import { enumerateOperations } from "@/lib/core/searchSpace";
import { srcc } from "@/lib/core/stats";
import { start } from "@/lib/predictor/backend";
import type { FitProgress, Predictor } from "@/lib/predictor/predictor";
import { fitPredictor, openPredictor } from "@/lib/predictor/registry";
import { quickSettings, sampleProblem } from "./samples";

const { problem, others } = sampleProblem("staged", 60);
const unseen = others.slice(0, 200);
const fitted: Predictor[] = [];
let predictor: Predictor;
let numTensorsBefore = 0;

beforeAll(async () => {
  await start("wasm");
  numTensorsBefore = tf.memory().numTensors;
  predictor = await fitPredictor(problem, quickSettings);
  fitted.push(predictor);
});
afterAll(() => fitted.forEach((one) => one.dispose()));

describe("a fit to 60 rows of the staged sample", () => {
  it("trains on nine tenths and holds six rows out", () =>
    expect(predictor.metrics).toMatchObject({ numTrain: 54, numTest: 6, members: 3 }));

  it("says what it is made of: weights of two parts that add up to 1, none below 0", () => {
    const contributions = predictor.metrics.contributions ?? [];
    expect(contributions.map(({ part }) => part)).toEqual(["graph network", "module process"]);
    expect(contributions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    contributions.forEach(({ weight }) => expect(weight).toBeGreaterThanOrEqual(0));
  });

  it("keeps what was said of every training row before it was seen", () => {
    const { validation, numTrain } = predictor.metrics;
    expect(validation?.measured).toHaveLength(numTrain);
    expect(validation?.predicted.every(Number.isFinite)).toBe(true);
  });

  it("says how many held-out rows lie in their interval, as a share of six", () => {
    const held = (predictor.metrics.coverage ?? NaN) * 6;
    expect(held).toBeCloseTo(Math.round(held), 9);
    expect(held).toBeGreaterThanOrEqual(0);
    expect(held).toBeLessThanOrEqual(6);
  });

  it("names two simple models that were fitted to the same rows", () => {
    const baselines = predictor.metrics.baselines ?? [];
    expect(baselines.map(({ name, numTrain }) => [name, numTrain])).toEqual([
      ["ridge regression", 54],
      ["random forest", 54],
    ]);
    baselines.forEach((baseline) => expect(Math.abs(baseline.srcc)).toBeLessThanOrEqual(1));
  });

  it("has one SRCC a hop and one loss an epoch", () => {
    expect(predictor.numHops).toBe(5);
    expect(predictor.metrics.hopSrcc).toHaveLength(5);
    expect(predictor.metrics.lossCurve).toHaveLength(2);
  });

  it("gives sums of unit scores that rank 200 other rows as predictions do, SRCC at least 0.95", async () => {
    const predictions = await predictor.predict(unseen);
    const scores = await predictor.scoreModules(
      unseen.flatMap((architecture) => coverOf(problem.space, architecture, predictor.numHops)),
    );
    const sums = unseen.map((_, row) =>
      scores.slice(4 * row, 4 * row + 4).reduce((sum, { score }) => sum + score, 0),
    );
    expect(scores).toHaveLength(800);
    expect(
      srcc(
        sums,
        predictions.map(({ value }) => value),
      ),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it("gives predictions and scores inside their intervals", async () => {
    const scores = await predictor.scoreModules(
      unseen.slice(0, 20).map(({ units }) => sequenceModule(1, units[1] ?? [])),
    );
    (await predictor.predict(unseen.slice(0, 20))).forEach(({ value, low, high }) => {
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
    });
    scores.forEach(({ score, low, high }) => {
      expect(low).toBeLessThanOrEqual(score);
      expect(high).toBeGreaterThanOrEqual(score);
    });
  });

  it("reads a sequence at the hop that sees all of it, and a single node at hop 0", async () => {
    const [unit = []] = unseen[0]?.units ?? [];
    const [whole, one] = await predictor.scoreModules([
      sequenceModule(0, unit),
      { unitIndex: 0, layers: [1], nodes: [unit[1] ?? []] },
    ]);
    expect(whole?.hop).toBe(unit.length - 1);
    expect(one?.hop).toBe(0);
  });

  it("opens from the text of its file to equal predictions and scores", async () => {
    const opened = await openPredictor(JSON.parse(JSON.stringify(predictor.toFile())));
    fitted.push(opened);
    const modules = unseen
      .slice(0, 20)
      .flatMap(({ units }) => units.map((unit, u) => sequenceModule(u, unit)));
    const [predictions, again] = [await predictor.predict(unseen), await opened.predict(unseen)];
    again.forEach(({ value, low, high }, row) => {
      expect(value).toBeCloseTo(predictions[row]?.value ?? NaN, 9);
      expect(low).toBeCloseTo(predictions[row]?.low ?? NaN, 9);
      expect(high).toBeCloseTo(predictions[row]?.high ?? NaN, 9);
    });
    expect(await opened.scoreModules(modules)).toEqual(await predictor.scoreModules(modules));
    expect(await opened.scoreFeatures()).toEqual(await predictor.scoreFeatures());
    expect(opened.metrics).toEqual(predictor.metrics);
  });

  it("embeds operations by all three members, two features each, and the same after it was opened again", async () => {
    const operations = enumerateOperations(problem.space) ?? [];
    const embeddings = await predictor.embedOperations?.(operations);
    expect(embeddings?.numMembers).toBe(3);
    expect(embeddings?.vectors.map((vector) => vector.length)).toEqual(operations.map(() => 6));
    const opened = await openPredictor(JSON.parse(JSON.stringify(predictor.toFile())));
    fitted.push(opened);
    expect(await opened.embedOperations?.(operations)).toEqual(embeddings);
  });

  it("has a row for every unit, layer and value of a feature", async () => {
    const rows = (await predictor.scoreFeatures()).map(({ feature, value }) => `${feature} ${value}`);
    expect(rows).toEqual([
      ...["unit unit 1", "unit unit 2", "unit unit 3", "unit unit 4"],
      ...["layer 1", "layer 2", "layer 3", "layer 4"],
      ...["expand 3", "expand 4", "expand 6", "kernel 3", "kernel 5", "kernel 7"],
    ]);
  });

  it("frees every tensor when it is disposed of", () => {
    fitted.splice(0).forEach((one) => one.dispose());
    expect(tf.memory().numTensors).toBe(numTensorsBefore);
  });
});

/** Narrow and short, for what has to be fitted more than once. */
const narrow = { ...quickSettings, hiddenWidth: 4, numLayers: 2, numVaried: 20, epochs: 1 };

describe("other fits", () => {
  it("of the same seed give the same numbers, and of another others", async () => {
    const small = sampleProblem("cell", 20).problem;
    const values = async (seed: number): Promise<unknown> => {
      const one = await fitPredictor(small, { ...narrow, seed });
      const predictions = await one.predict(small.architectures);
      const scores = await one.scoreFeatures();
      one.dispose();
      return { predictions, scores, heldOut: one.metrics.heldOut };
    };
    const once = await values(5);
    expect(await values(5)).toEqual(once);
    expect(await values(6)).not.toEqual(once);
  });

  it("with one member work, weigh both parts and give scores a width", async () => {
    const one = await fitPredictor(problem, { ...narrow, members: 1 });
    const { members, contributions = [] } = one.metrics;
    const [unit = []] = unseen[0]?.units ?? [];
    const [score] = await one.scoreModules([sequenceModule(0, unit)]);
    const [prediction] = await one.predict(unseen.slice(0, 1));
    one.dispose();
    expect(members).toBe(1);
    expect(contributions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(Number.isFinite(prediction?.value)).toBe(true);
    expect(score?.low).toBeLessThan(score?.score ?? NaN);
    expect(score?.high).toBeGreaterThan(score?.score ?? NaN);
  });

  it("reject with the signal's reason and leave no tensor behind when cancelled in training", async () => {
    const before = tf.memory().numTensors;
    const controller = new AbortController();
    const fit = fitPredictor(
      problem,
      { ...narrow, epochs: 1000 },
      {
        signal: controller.signal,
        onProgress: ({ epoch }: FitProgress) => {
          if (epoch === 2) controller.abort(new Error("enough"));
        },
      },
    );
    await expect(fit).rejects.toThrow("enough");
    expect(tf.memory().numTensors).toBe(before);
  });

  it("reject with no tensor left when cancelled after the last epoch, while scores are fitted", async () => {
    const before = tf.memory().numTensors;
    const controller = new AbortController();
    const fit = fitPredictor(problem, narrow, {
      signal: controller.signal,
      onProgress: () => void setTimeout(() => controller.abort(new Error("late")), 0),
    });
    await expect(fit).rejects.toThrow("late");
    expect(tf.memory().numTensors).toBe(before);
  });

  it("refuse fewer than 12 rows, and take 12", async () => {
    const few = (numRows: number) => ({
      ...problem,
      architectures: problem.architectures.slice(0, numRows),
      targets: problem.targets.slice(0, numRows),
    });
    const refused = fitPredictor(few(11), narrow);
    await expect(refused).rejects.toThrow(RangeError);
    await expect(refused).rejects.toThrow(
      "Training needs at least 12 architectures with a target; there are 11.",
    );
    const twelve = await fitPredictor(few(12), narrow);
    expect(twelve.metrics).toMatchObject({ numTrain: 10, numTest: 2 });
    twelve.dispose();
  });

  it("refuse settings that are no whole number or too small, by name", async () => {
    await expect(fitPredictor(problem, { ...narrow, maxRows: 7 })).rejects.toThrow(
      "Setting maxRows is a whole number of at least 8, not 7.",
    );
    await expect(fitPredictor(problem, { ...narrow, numVaried: 0.5 })).rejects.toThrow(
      "Setting numVaried is a whole number of at least 0, not 0.5.",
    );
  });
});
