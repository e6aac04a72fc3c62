/** What a backend takes for training and scoring; the same in Node and in a page. */
import * as tf from "@tensorflow/tfjs";
import { predictorKind } from "../../lib/core/predictorKinds";
import { columnsOf } from "../../lib/predictor/autobuild/columns";
import { rowsOfColumns } from "../../lib/predictor/autobuild/featureEncoder";
import { batchNeighbours, graphShape } from "../../lib/predictor/autobuild/graphs";
import { partsOf } from "../../lib/predictor/autobuild/parameters";
import { readSettings } from "../../lib/predictor/autobuild/settings";
import { startState } from "../../lib/predictor/autobuild/trainState";
import { batchTensors, trainStep } from "../../lib/predictor/autobuild/trainStep";
import { start } from "../../lib/predictor/backend";
import type { Backend, FitSettings, Problem } from "../../lib/predictor/predictor";
import { fitPredictor } from "../../lib/predictor/registry";
import { allSequences, benchProblem, type BenchFile } from "./problem";

const WANTED_SRCC = 0.985;
/** The network's weights do not matter for how long it takes to score with them. */
const ROWS_FOR_SCORING = 300;

export type Plan = {
  readonly backend: Backend;
  readonly rows: number;
  readonly epochs: number;
  readonly learningRate: number;
};

export type Measured = {
  readonly kernelsPerStep: number;
  readonly secondsPerEpoch: number;
  /** Null where so many epochs did not reach it. */
  readonly secondsToSrcc: number | null;
  readonly epochs: number;
  readonly srcc: number;
  readonly secondsToScore: number;
  readonly peakMegabytesInStep: number;
  readonly peakMegabytesInScoring: number;
};

/** @param clock seconds since some start */
export async function measure(file: BenchFile, plan: Plan, clock: () => number): Promise<Measured> {
  const started = await start(plan.backend);
  if (started.backend !== plan.backend) throw new Error(started.note ?? `${plan.backend} did not start.`);
  const defaults = predictorKind("autobuild")?.defaults;
  if (defaults === undefined) throw new Error("The kind autobuild is gone.");
  const settings: FitSettings = { ...defaults, epochs: plan.epochs, learningRate: plan.learningRate };
  const problem = benchProblem(file, plan.rows);
  return {
    ...(await measureStep(problem, settings)),
    ...(await measureTraining(problem, settings, clock)),
    ...(await measureScoring(benchProblem(file, ROWS_FOR_SCORING), settings, clock)),
  };
}

/** Identity and Reshape launch nothing, and "forward" is how the profile names our operations around their kernels. */
const LAUNCHES_NOTHING = ["Identity", "Reshape", "forward"];

async function measureStep(
  { space, architectures }: Problem,
  given: FitSettings,
): Promise<Pick<Measured, "kernelsPerStep" | "peakMegabytesInStep">> {
  const settings = readSettings(given);
  const columns = columnsOf(space);
  const shape = graphShape(space, architectures);
  const numGraphs = settings.batchSize;
  const profile = await tf.profile(() =>
    tf.tidy(() => {
      const context = {
        parts: partsOf(columns, settings),
        settings,
        shape,
        numGraphs,
        rows: {
          space,
          columns,
          architectures,
          targets: Float64Array.from(architectures, (_, row) => row % 7),
        },
        encoderRows: rowsOfColumns(columns),
        sharedNeighbours: batchNeighbours([], space, shape, numGraphs),
      };
      const batch = batchTensors(context, [Array.from({ length: numGraphs }, (_, row) => row)]);
      trainStep(context, startState(context), batch, "oneBlock");
    }),
  );
  // What is made once a training is a transposition of the neighbours' matrix, and it stands first.
  const kernels = profile.kernels.slice(1).filter(({ name }) => !LAUNCHES_NOTHING.includes(name));
  return { kernelsPerStep: kernels.length, peakMegabytesInStep: profile.peakBytes / 2 ** 20 };
}

async function measureTraining(
  problem: Problem,
  settings: FitSettings,
  clock: () => number,
): Promise<Pick<Measured, "secondsPerEpoch" | "secondsToSrcc" | "epochs" | "srcc">> {
  const reached = new AbortController();
  const began = clock();
  const last = { epochs: 0, seconds: 0, srcc: 0 };
  const training = fitPredictor(problem, settings, {
    now: () => performance.now() / 1000,
    signal: reached.signal,
    onProgress: ({ epoch, srcc }) => {
      Object.assign(last, { epochs: epoch, seconds: clock() - began, srcc });
      if (srcc >= WANTED_SRCC) reached.abort();
    },
  });
  await training.then(
    (predictor) => predictor.dispose(),
    (reason: unknown) => {
      if (!reached.signal.aborted) throw reason;
    },
  );
  return {
    secondsPerEpoch: last.seconds / last.epochs,
    secondsToSrcc: last.srcc >= WANTED_SRCC ? last.seconds : null,
    epochs: last.epochs,
    srcc: last.srcc,
  };
}

async function measureScoring(
  problem: Problem,
  settings: FitSettings,
  clock: () => number,
): Promise<Pick<Measured, "secondsToScore" | "peakMegabytesInScoring">> {
  const predictor = await fitPredictor(problem, { ...settings, epochs: 1 });
  const modules = allSequences();
  const began = clock();
  await predictor.scoreModules(modules);
  const secondsToScore = clock() - began;
  const { peakBytes } = await tf.profile(async () => {
    await predictor.scoreModules(modules);
    return [];
  });
  predictor.dispose();
  return { secondsToScore, peakMegabytesInScoring: peakBytes / 2 ** 20 };
}
