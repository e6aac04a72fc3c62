import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { start } from "@/lib/predictor/backend";
import type { CheckpointStore, FitHooks, FitProgress, FitSettings } from "@/lib/predictor/predictor";
import { fitPredictor } from "@/lib/predictor/registry";
import { memoryCheckpoints } from "../memoryCheckpoints";
import { smallSettings, stagedProblem } from "./problem";

const problem = stagedProblem(60);
const settings: FitSettings = { ...smallSettings, epochs: 6, members: 2 };

/** Fits and gives the file without the seconds it took. */
async function fitted(hooks: FitHooks, given = settings) {
  const predictor = await fitPredictor(problem, given, hooks);
  const { metrics, ...file } = predictor.toFile();
  predictor.dispose();
  return { ...file, metrics: { ...metrics, seconds: 0 } };
}

/** A store that dies, as a closed page does, once it has kept so many checkpoints. */
function dyingAfter(numSaves: number, store: CheckpointStore): CheckpointStore {
  let left = numSaves;
  return {
    ...store,
    async save(key, checkpoint) {
      await store.save(key, checkpoint);
      if (--left === 0) throw new Error("The page was closed.");
    },
  };
}

/** A clock by which every look takes so many seconds. */
const clock = (step: number) => {
  let time = 0;
  return () => (time += step);
};

describe.each(["cpu", "wasm"] as const)("a training that was cut off, on %s", (backend) => {
  beforeAll(async () => {
    await start(backend);
  });

  it("goes on to the very numbers of one that was not", async () => {
    const whole = await fitted({});
    const store = memoryCheckpoints();
    await expect(fitted({ checkpoints: dyingAfter(3, store) })).rejects.toThrow("The page was closed.");
    expect(store.saved.size).toBe(1);
    const epochs: number[] = [];
    const resumed = await fitted({
      checkpoints: store,
      onProgress: ({ epoch }: FitProgress) => epochs.push(epoch),
    });
    expect(resumed).toEqual(whole);
    // Cut off by one that told nobody of its progress: only the epochs from the fourth on are told.
    expect(epochs).toEqual([4, 5, 6]);
    expect(store.saved.size).toBe(0);
  });

  it.each([
    { numSaves: 3, position: { epoch: 1, batch: 3, mode: "oneBlock" } },
    { numSaves: 8, position: { epoch: 1, batch: 2, mode: "pooled" } },
  ])("does so within an epoch too, at $position", async ({ numSaves, position }) => {
    // Soft ranks turn out to have several blocks, so that the first epoch is done a second time.
    const wide = { ...settings, aggregation: "sum", hiddenWidth: 64, numLayers: 4, batchSize: 8, epochs: 2 };
    const whole = await fitted({}, wide);
    const store = memoryCheckpoints();
    const dying = { checkpoints: dyingAfter(numSaves, store), now: clock(1) };
    await expect(fitted(dying, wide)).rejects.toThrow("The page was closed.");
    expect([...store.saved.values()]).toMatchObject([{ run: { position } }]);
    expect(await fitted({ checkpoints: store }, wide)).toEqual(whole);
  });
});

describe("the default kind", () => {
  beforeAll(async () => {
    await start("wasm");
  });

  it("goes on to the very numbers of a training that was not cut off", async () => {
    const combined = {
      ...smallSettings,
      kind: "combined",
      members: 3,
      epochs: 4,
      numVaried: 20,
      maxRows: 60,
    };
    const whole = await fitted({}, combined);
    const store = memoryCheckpoints();
    await expect(fitted({ checkpoints: dyingAfter(2, store) }, combined)).rejects.toThrow();
    expect(await fitted({ checkpoints: store }, combined)).toEqual(whole);
  });
});

describe("checkpoints", () => {
  beforeAll(async () => {
    await start("cpu");
  });

  it("tell a resumed page the epochs before too", async () => {
    const store = memoryCheckpoints();
    const told = (into: number[]) => ({ onProgress: ({ epoch }: FitProgress) => void into.push(epoch) });
    const [first, second]: [number[], number[]] = [[], []];
    await expect(fitted({ ...told(first), checkpoints: dyingAfter(2, store) })).rejects.toThrow();
    await fitted({ ...told(second), checkpoints: store });
    expect(first).toEqual([1, 2]);
    expect(second).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("belong to the same rows and settings only", async () => {
    const store = memoryCheckpoints();
    await expect(fitted({ checkpoints: dyingAfter(2, store) })).rejects.toThrow();
    const other = { ...settings, seed: 99 };
    expect(await fitted({ checkpoints: store }, other)).toEqual(await fitted({}, other));
  });

  it("are kept every three seconds of the clock", async () => {
    const store = memoryCheckpoints();
    await fitted({ checkpoints: store, now: () => 7 });
    expect(store.numSaves).toBe(0);
    await fitted({ checkpoints: store, now: clock(3) });
    expect(store.numSaves).toBeGreaterThan(6);
  });

  it("are gone after a cancel, and no tensor is left", async () => {
    const before = tf.memory().numTensors;
    const store = memoryCheckpoints();
    const controller = new AbortController();
    const onProgress = ({ epoch }: FitProgress): void => {
      if (epoch === 3) controller.abort(new Error("enough"));
    };
    await expect(fitted({ checkpoints: store, signal: controller.signal, onProgress })).rejects.toThrow(
      "enough",
    );
    expect(store.numSaves).toBe(3);
    expect(store.saved.size).toBe(0);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("leave no tensor behind when their store fails", async () => {
    const before = tf.memory().numTensors;
    await expect(fitted({ checkpoints: dyingAfter(1, memoryCheckpoints()) })).rejects.toThrow();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("a loss that goes astray", () => {
  beforeAll(async () => {
    await start("cpu");
  });

  it("ends training with the weights from before, and says so", async () => {
    const astray = await fitted({}, { ...settings, members: 1, learningRate: 3, epochs: 50 });
    expect(astray.metrics.notes?.[0]).toMatch(
      /^Training ended after epoch \d+, since in the next one the loss (grew beyond measure|is no number any more); a lower learning rate may help\. The weights are those from before\.$/,
    );
    expect(astray.metrics.epochs).toBe(astray.metrics.lossCurve.length);
    expect(astray.metrics.heldOut.predicted.every(Number.isFinite)).toBe(true);
  });

  it("is an error where there are no weights from before, and no tensor is left", async () => {
    const before = tf.memory().numTensors;
    await expect(
      fitPredictor(
        { ...problem, targets: problem.targets.map((_, row) => (row === 5 ? 1e38 : 0)) },
        { ...settings, learningRate: 1e30 },
      ),
    ).rejects.toThrow("The loss is no number any more in epoch 1; a lower learning rate may help.");
    expect(tf.memory().numTensors).toBe(before);
  });
});
