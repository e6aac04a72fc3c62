import { describe, expect, it } from "vitest";
import { operationsOf } from "@/lib/core/search/operations";
import type { SearchPlan } from "@/lib/core/search/plan";
import { releaseCheckpoint } from "@/lib/predictor/autobuild/refit";
import { start } from "@/lib/predictor/backend";
import { DeviceLostError } from "@/lib/predictor/deviceLost";
import type { FitSettings } from "@/lib/predictor/predictor";
import { defaultSettings, fitPredictor, openPredictor } from "@/lib/predictor/registry";
import { createDispatcher, type Workshop } from "@/lib/worker/dispatch";
import type { FromWorker } from "@/lib/worker/protocol";
import { smallSettings, stagedProblem } from "../predictor/autobuild/problem";

/** The real predictor on the CPU backend behind a dispatcher; `until` waits for a message. */
function setUp(fit: Workshop["fit"] = fitPredictor, startOn: Workshop["start"] = () => start("cpu")) {
  const messages: FromWorker[] = [];
  const waiting: { wanted: (message: FromWorker) => boolean; resolve: (message: FromWorker) => void }[] = [];
  let clock = 0;
  const dispatch = createDispatcher(
    {
      start: startOn,
      fit,
      open: openPredictor,
      release: releaseCheckpoint,
      now: () => (clock += 0.1),
    },
    (message) => {
      messages.push(message);
      waiting.filter(({ wanted }) => wanted(message)).forEach(({ resolve }) => resolve(message));
    },
  );
  const until = (wanted: (message: FromWorker) => boolean): Promise<FromWorker> =>
    new Promise((resolve) => waiting.push({ wanted, resolve }));
  return { dispatch, messages, until };
}

describe("the worker's end", () => {
  it("trains with progress after every epoch, and then answers questions about the predictor", async () => {
    const { dispatch, messages, until } = setUp();
    const answered = until((message) => message.id === 2 && message.type === "done");
    const problem = stagedProblem(40);
    dispatch({ type: "run", id: 1, name: "train", request: { problem, settings: smallSettings } });
    dispatch({
      type: "run",
      id: 2,
      name: "predict",
      request: { architectures: problem.architectures.slice(0, 2) },
    });
    const answer = await answered;
    const progress = messages.filter((message) => message.type === "progress");
    expect(
      progress.map((message) =>
        message.type === "progress" && message.name === "train" ? message.progress.epoch : 0,
      ),
    ).toEqual([1, 2, 3]);
    expect(answer).toMatchObject({ name: "predict", result: { intervals: [{}, {}] } });
  });

  it("trains on the best backend, or on the one that came of what was asked for", async () => {
    const asked: string[] = [];
    const { dispatch, until } = setUp(
      () => Promise.reject(new RangeError("enough")),
      async (wanted) => {
        asked.push(wanted);
        return { backend: "wasm", note: "WebGL computes wrongly on this machine." };
      },
    );
    const request = { problem: stagedProblem(40), settings: smallSettings };
    const first = until(({ id }) => id === 1);
    dispatch({ type: "run", id: 1, name: "train", request });
    await first;
    const second = until(({ id }) => id === 2);
    dispatch({ type: "run", id: 2, name: "start", request: { wanted: "webgl" } });
    expect(await second).toMatchObject({
      result: { backend: "wasm", note: "WebGL computes wrongly on this machine." },
    });
    const third = until(({ id }) => id === 3);
    dispatch({ type: "run", id: 3, name: "train", request });
    await third;
    expect(asked).toEqual(["automatic", "webgl", "wasm"]);
  });

  it("searches with the predictor in use and one beside it, and tells of its progress", async () => {
    const { dispatch, messages, until } = setUp();
    const problem = stagedProblem(40);
    const done = until(({ id, type }) => id === 3 && type !== "progress");
    const trained = until((message) => message.id === 1 && message.type === "done");
    dispatch({ type: "run", id: 1, name: "train", request: { problem, settings: smallSettings } });
    const message = await trained;
    if (message.type !== "done" || message.name !== "train") throw new Error("training did not end well");
    dispatch({ type: "run", id: 2, name: "open", request: { file: message.result.file, beside: "same" } });
    const plan: SearchPlan = {
      space: problem.space,
      predicted: [
        { name: "target", goal: "max" },
        { name: "again", goal: null },
      ],
      constraints: "units[1].length = 2",
      template: null,
      region: { kind: "whole", operations: operationsOf(problem.space, []), measured: [], globals: [] },
      method: "evolution",
      budget: 30,
      seed: 1,
      cautious: false,
      keep: 5,
    };
    dispatch({ type: "run", id: 3, name: "search", request: { plan, predictors: [{}, { beside: "same" }] } });
    const answer = await done;
    expect(answer).toMatchObject({ name: "search", result: { numPredicted: 30, numFront: 1 } });
    if (answer.type !== "done" || answer.name !== "search") throw new Error("the search did not end well");
    const [best] = answer.result.found;
    expect(best?.architecture.units[0]?.length).toBe(2);
    expect(best?.predicted[0]).toEqual(best?.predicted[1]);
    expect(messages).toContainEqual(
      expect.objectContaining({ id: 3, type: "progress", progress: expect.objectContaining({ total: 30 }) }),
    );
  });

  it("keeps a second predictor beside the one in use until it is closed", async () => {
    const { dispatch, messages, until } = setUp();
    const problem = stagedProblem(40);
    const architectures = problem.architectures.slice(0, 1);
    const negated = { ...problem, targets: problem.targets.map((target) => -target) };
    const fileOf = async (id: number, of: typeof problem) => {
      const done = until((message) => message.id === id && message.type === "done");
      dispatch({ type: "run", id, name: "train", request: { problem: of, settings: smallSettings } });
      const message = await done;
      if (message.type !== "done" || message.name !== "train") throw new Error("training did not end well");
      return message.result.file;
    };
    const other = await fileOf(1, negated);
    await fileOf(2, problem);
    const last = until(({ id }) => id === 7);
    dispatch({ type: "run", id: 3, name: "open", request: { file: other, beside: "other" } });
    dispatch({ type: "run", id: 4, name: "predict", request: { architectures } });
    dispatch({ type: "run", id: 5, name: "predict", request: { architectures, beside: "other" } });
    dispatch({ type: "run", id: 6, name: "close", request: { beside: "other" } });
    dispatch({ type: "run", id: 7, name: "predict", request: { architectures, beside: "other" } });
    expect(await last).toMatchObject({ type: "failed", message: "No predictor is open." });
    const valueOf = (id: number): number => {
      const message = messages.find((sent) => sent.id === id && sent.type === "done");
      return message?.type === "done" && message.name === "predict"
        ? (message.result.intervals[0]?.value ?? NaN)
        : NaN;
    };
    // Accuracies in percent, and their negatives.
    expect(valueOf(4)).toBeGreaterThan(50);
    expect(valueOf(5)).toBeLessThan(-50);
  });

  it("cancels training", async () => {
    const { dispatch, until } = setUp();
    const failed = until((message) => message.type === "failed");
    const progressed = until((message) => message.type === "progress");
    dispatch({
      type: "run",
      id: 1,
      name: "train",
      request: { problem: stagedProblem(40), settings: { ...smallSettings, epochs: 5000 } },
    });
    await progressed;
    dispatch({ type: "cancel", id: 1 });
    expect(await failed).toEqual({ type: "failed", id: 1, code: "cancelled", message: "Cancelled." });
  });

  it("says where the predictor in use puts operations, and null for one without a graph network", async () => {
    const problem = stagedProblem(40);
    const answerOf = async (settings: FitSettings): Promise<FromWorker> => {
      const { dispatch, until } = setUp();
      const answered = until(({ id }) => id === 2);
      dispatch({ type: "run", id: 1, name: "train", request: { problem, settings } });
      const operations = [
        [0, 0],
        [2, 1],
      ];
      dispatch({ type: "run", id: 2, name: "embedOperations", request: { operations } });
      return answered;
    };
    expect(await answerOf(smallSettings)).toMatchObject({
      name: "embedOperations",
      result: { embeddings: { numMembers: 1, vectors: [{ length: 2 }, { length: 2 }] } },
    });
    expect(await answerOf(defaultSettings("module-gp"))).toMatchObject({ result: { embeddings: null } });
  });

  it("refuses a checkpoint that is none with the reason", async () => {
    const { dispatch, until } = setUp();
    const failed = until((message) => message.type === "failed");
    const { space, architectures } = stagedProblem(4);
    const rows = { space, architectures, targets: null, target: "acc", datasetHash: "" };
    const hostile = new TextEncoder().encode("cos\nsystem\n(S'id'\ntR.");
    dispatch({
      type: "run",
      id: 1,
      name: "release",
      request: { checkpoint: hostile, config: hostile, rows },
    });
    const message = await failed;
    expect(message).toMatchObject({ id: 1, code: "unusable" });
    expect(message.type === "failed" && message.message).toContain(
      "The settings (..._config.pkl) cannot be read. Pickle, byte 0: it asks for os.system,",
    );
  });

  it("says that the graphics processor was lost, by a code of its own", async () => {
    const { dispatch, until } = setUp(() => Promise.reject(new DeviceLostError()));
    const failed = until((message) => message.type === "failed");
    dispatch({
      type: "run",
      id: 1,
      name: "train",
      request: { problem: stagedProblem(40), settings: smallSettings },
    });
    expect(await failed).toMatchObject({ id: 1, code: "lost" });
  });

  it("says what was wrong with a question: no predictor is open", async () => {
    const { dispatch, until } = setUp();
    const failed = until((message) => message.type === "failed");
    dispatch({ type: "run", id: 9, name: "scoreFeatures", request: {} });
    expect(await failed).toEqual({
      type: "failed",
      id: 9,
      code: "unusable",
      message: "No predictor is open.",
    });
  });
});
