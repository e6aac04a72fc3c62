import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import type { Architecture } from "@/lib/core/architecture";
import { start } from "@/lib/predictor/backend";
import type { FitProgress, Problem } from "@/lib/predictor/predictor";
import { fitPredictor, openPredictor } from "@/lib/predictor/registry";
import { restoreNamed } from "@/lib/predictor/serialise";
import { cellSpace, smallSettings, stagedProblem } from "./problem";

beforeAll(async () => {
  await start("cpu");
});

describe("training", () => {
  it("lowers the loss and ranks held-out architectures", async () => {
    const losses: number[] = [];
    const predictor = await fitPredictor(
      stagedProblem(120),
      { ...smallSettings, epochs: 25 },
      { onProgress: (progress) => losses.push(progress.loss) },
    );
    expect(losses).toHaveLength(25);
    expect(losses[24]).toBeLessThan((losses[0] ?? 0) / 2);
    expect(predictor.metrics).toMatchObject({ numTrain: 96, numTest: 24, members: 1 });
    expect(predictor.metrics.srcc).toBeGreaterThan(0.8);
    predictor.dispose();
  });

  it("leaves no tensor behind after fit, predict, score and dispose", async () => {
    const before = tf.memory().numTensors;
    const problem = stagedProblem(50);
    const predictor = await fitPredictor(problem, { ...smallSettings, members: 2 });
    await predictor.predict(problem.architectures);
    await predictor.scoreModules([
      sequenceModule(0, [[0, 1]]),
      sequenceModule(1, [
        [0, 1],
        [2, 0],
      ]),
    ]);
    await predictor.scoreFeatures();
    predictor.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it("stops when cancelled, with the signal's reason and no tensor left", async () => {
    const before = tf.memory().numTensors;
    const controller = new AbortController();
    const fit = fitPredictor(
      stagedProblem(50),
      { ...smallSettings, epochs: 1000 },
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

  it("repeats itself exactly with the same seed, and not with another", async () => {
    const problem = stagedProblem(50);
    const predict = async (seed: number): Promise<number> => {
      const predictor = await fitPredictor(problem, { ...smallSettings, seed });
      const [first] = await predictor.predict(problem.architectures.slice(0, 1));
      predictor.dispose();
      return first?.value ?? Number.NaN;
    };
    const once = await predict(5);
    expect(await predict(5)).toBe(once);
    expect(await predict(6)).not.toBe(once);
  });

  it("trains each of several members as it trains it alone", async () => {
    const problem = stagedProblem(50);
    const both = await fitPredictor(problem, { ...smallSettings, members: 2 });
    const alone = await fitPredictor(problem, smallSettings);
    const members = restoreNamed(both.toFile().tensors, "sourceWeight1");
    const one = restoreNamed(alone.toFile().tensors, "sourceWeight1");
    one.forEach((value, index) => expect(members[index]).toBeCloseTo(value, 5));
    both.dispose();
    alone.dispose();
  });

  it("gives a file that opens to the same predictions", async () => {
    const problem = stagedProblem(50);
    const predictor = await fitPredictor(problem, smallSettings);
    const opened = await openPredictor(JSON.parse(JSON.stringify(predictor.toFile())));
    expect(await opened.predict(problem.architectures)).toEqual(
      await predictor.predict(problem.architectures),
    );
    predictor.dispose();
    opened.dispose();
  });

  it.each(["GraphConv", "GATv2"])(
    "trains %s with sums so large that soft ranks have many blocks",
    async (convolution) => {
      const predictor = await fitPredictor(stagedProblem(80), {
        ...smallSettings,
        convolution,
        aggregation: "sum",
        hiddenWidth: 32,
        epochs: 10,
      });
      const [first, last] = [predictor.metrics.lossCurve[0], predictor.metrics.lossCurve[9]];
      expect(last).toBeLessThan(first ?? 0);
      predictor.dispose();
    },
  );
});

describe("cells and graphs", () => {
  const architectures: Architecture[] = Array.from({ length: 27 }, (_, index) => ({
    id: `c${index}`,
    units: [[[index % 3], [Math.floor(index / 3) % 3], [Math.floor(index / 9)], [1]]],
    globals: [],
  }));
  const problem: Problem = {
    space: cellSpace,
    architectures,
    targets: Float64Array.from(architectures, (_, index) => (index * 7) % 11),
    target: "accuracy",
    datasetHash: "0",
  };

  it("trains edges that each architecture brings itself as it trains shared ones", async () => {
    const shared = await fitPredictor(problem, smallSettings);
    const own = await fitPredictor(
      { ...problem, architectures: architectures.map((of) => ({ ...of, edges: cellSpace.edges ?? [] })) },
      smallSettings,
    );
    own.metrics.heldOut.predicted.forEach((value, index) =>
      expect(value).toBeCloseTo(shared.metrics.heldOut.predicted[index] ?? Number.NaN, 3),
    );
    shared.dispose();
    own.dispose();
  });

  it("scores a rooted subgraph at the hop at which its root sees all of it", async () => {
    const predictor = await fitPredictor(problem, smallSettings);
    const [single, whole] = await predictor.scoreModules([
      { unitIndex: 0, layers: [1], nodes: [[2]] },
      { unitIndex: 0, layers: [0, 1, 2, 3], nodes: [[0], [1], [2], [1]] },
    ]);
    expect(single?.hop).toBe(0);
    expect(whole?.hop).toBe(2);
    predictor.dispose();
  });
});
