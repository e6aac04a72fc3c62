import * as tf from "@tensorflow/tfjs";
import { columnsOf } from "@/lib/predictor/autobuild/columns";
import { disposeBatches, evaluationBatches, readGraphs } from "@/lib/predictor/autobuild/evaluate";
import { rowsOfColumns } from "@/lib/predictor/autobuild/featureEncoder";
import { batchNeighbours, graphShape } from "@/lib/predictor/autobuild/graphs";
import { numParameters, partsOf } from "@/lib/predictor/autobuild/parameters";
import {
  checkpointFamily,
  checkpointSpace,
  readCheckpoint,
} from "@/lib/predictor/autobuild/releasedCheckpoint";
import { readSettings } from "@/lib/predictor/autobuild/settings";
import {
  disposeNetwork,
  networkTensors,
  partValues,
  type TrainedNetwork,
} from "@/lib/predictor/autobuild/trainedNetwork";
import {
  batchTensors,
  disposeBatch,
  lossAndGradient,
  trainStep,
  type Batch,
  type StepContext,
} from "@/lib/predictor/autobuild/trainStep";
import type { TrainState } from "@/lib/predictor/autobuild/trainState";
import { drawNetworks } from "../pythonRandom";
import { differenceOfAll, largestDifference, type Check, type Differences } from "./check";
import { architectureOf, stateDict, type WeightsFile } from "./networks";

type Case = Readonly<Record<string, unknown>> & {
  readonly family: string;
  readonly gnn_type: string;
  readonly aggr_method: string;
  readonly corr_lambda: number;
  readonly ids: readonly string[];
  readonly targets_raw: readonly number[];
  readonly target_mean: number;
  readonly target_std_pop: number;
  readonly initial_state: WeightsFile["tensors"];
  readonly final_state: WeightsFile["tensors"];
  readonly eval_outputs_after: readonly number[];
  readonly steps: readonly {
    readonly loss: number;
    readonly graph_l1_by_hop: readonly number[][];
    readonly grad_norm_before_clip: number;
    /** Of the first step only. */
    readonly grads_after_clip?: Readonly<Record<string, readonly number[]>>;
  }[];
};

const FILE = "golden/train_step.json";
/** Seeds of the reference's data sets; the ids of a case count from the start. */
const SEEDS = { mbv3: 31, pn: 32 } as const;
const LARGEST_NORM = 5;

/** Everything a case needs that we compute with ourselves. */
function setUp(of: Case) {
  const family = checkpointFamily({ families: of.family });
  const space = checkpointSpace(family);
  const columns = columnsOf(space);
  const initial = readCheckpoint(stateDict(of.initial_state), of, space);
  const architectures = drawNetworks(family, SEEDS[family], of.ids.length).map((units, index) =>
    architectureOf(of.ids[index] ?? "", units),
  );
  const settings = readSettings({
    kind: "autobuild",
    seed: 0,
    trainFraction: 1,
    corrLambda: of.corr_lambda,
    ...initial.settings,
  });
  const shape = graphShape(space, architectures);
  const size = architectures.length;
  const targets = Float64Array.from(of.targets_raw, (raw) => (raw - of.target_mean) / of.target_std_pop);
  const context: StepContext = {
    parts: partsOf(columns, settings),
    settings,
    shape,
    numGraphs: size,
    rows: { space, columns, architectures, targets },
    encoderRows: rowsOfColumns(columns),
    sharedNeighbours: batchNeighbours([], space, shape, size),
  };
  /** Numbers of a state by our own parts; what it lacks is as in the initial state. */
  const packed = (tensors: WeightsFile["tensors"]) =>
    readCheckpoint(stateDict({ ...of.initial_state, ...tensors }), of, space).network;
  return { context, packed, batch: batchTensors(context, [architectures.map((_, index) => index)]) };
}

/** Gradients before and after clipping against the reference, each relative to the largest of its matrix. */
function gradientDifferences(
  of: Case,
  afterClip: Readonly<Record<string, readonly number[]>>,
  normBefore: number,
  { context, packed }: Pick<ReturnType<typeof setUp>, "context" | "packed">,
  state: TrainState,
  batch: Batch,
): Differences {
  const { gradient } = tf.tidy(() => ({
    gradient: lossAndGradient(context, state.packed, batch, "pooled").gradient,
  }));
  const values = Float32Array.from(gradient.dataSync());
  gradient.dispose();
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  const clipped = values.map((value) => value * Math.min(1, LARGEST_NORM / norm));
  const known = packed(
    Object.fromEntries(
      Object.entries(afterClip).map(([key, gradients]) => [
        key,
        { shape: of.initial_state[key]?.shape ?? [], values: [...gradients] },
      ]),
    ),
  ).packed;
  const { parts } = context;
  return {
    "gradient norm": largestDifference([norm], [normBefore]),
    ...Object.fromEntries(
      parts.map(({ name }) => [
        `gradient of ${name}`,
        differenceOfAll(partValues(clipped, parts, 1, name), partValues(known, parts, 1, name)),
      ]),
    ),
  };
}

async function run(of: Case): Promise<Differences> {
  const { context, packed, batch } = setUp(of);
  const { settings, parts } = context;
  const { numLayers, hiddenWidth } = settings;
  const [initial, final] = [packed({}), packed(of.final_state)];
  const shape: [number, number] = [1, numParameters(parts)];
  let state: TrainState = {
    packed: tf.tensor2d(initial.packed, shape),
    first: tf.zeros(shape),
    second: tf.zeros(shape),
    running: tf.tensor3d(initial.running, [1, 2 * numLayers, hiddenWidth]),
    step: 0,
  };
  const found: Record<string, number> = {};
  for (const [index, expected] of of.steps.entries()) {
    const named = (differences: Differences): void =>
      Object.entries(differences).forEach(([what, value]) => (found[`step ${index + 1}: ${what}`] = value));
    if (expected.grads_after_clip !== undefined)
      named(
        gradientDifferences(
          of,
          expected.grads_after_clip,
          expected.grad_norm_before_clip,
          { context, packed },
          state,
          batch,
        ),
      );
    const next = trainStep(context, state, batch, "pooled");
    const loss = ((await next.observed.loss.data())[0] ?? Number.NaN) + of.corr_lambda;
    const norms = await next.observed.norms.data();
    named({
      loss: largestDifference([loss], [expected.loss]),
      norms: largestDifference(
        norms,
        of.ids.flatMap((_, graph) => expected.graph_l1_by_hop.map((hop) => hop[graph] ?? Number.NaN)),
      ),
    });
    tf.dispose([
      state.packed,
      state.first,
      state.second,
      state.running,
      next.observed.loss,
      next.observed.norms,
    ]);
    state = next.state;
  }
  const weights = Float32Array.from(await state.packed.data());
  const running = Float32Array.from(await state.running.data());
  // Adam moves a weight by the sign of its gradient, be it 0 but for rounding; only where the reference went the whole
  // way of five steps of 1e-4 was the sign certain. A hundredth of that way is the tolerance of what is compared.
  const moved = Array.from(weights.keys()).filter(
    (at) => Math.abs((final.packed[at] ?? 0) - (initial.packed[at] ?? 0)) > 4.9e-4,
  );
  const way = (to: Float32Array): number[] =>
    moved.map((at) => (to[at] ?? Number.NaN) - (initial.packed[at] ?? 0));
  const half = numLayers * hiddenWidth;
  try {
    return {
      ...found,
      "weights, a hundredth of their way": differenceOfAll(way(weights), way(final.packed)) / 100,
      "weights that went the whole way": moved.length > 300 ? 0 : Number.POSITIVE_INFINITY,
      // The reference's means hold biases that moved by 5e-4 meanwhile; normalisation takes them out, and we have none.
      "running means, a tenth":
        differenceOfAll(running.subarray(0, half), final.running.subarray(0, half)) / 10,
      "running variances": differenceOfAll(running.subarray(half), final.running.subarray(half)),
      "outputs of the final state": differenceOfAll(await outputsOf(context, final), of.eval_outputs_after),
      // Weights whose true gradient is 0 wander by rounding.
      "outputs afterwards, a tenth":
        differenceOfAll(await outputsOf(context, { packed: weights, running }), of.eval_outputs_after) / 10,
    };
  } finally {
    tf.dispose([state.packed, state.first, state.second, state.running]);
    disposeBatch(batch);
    context.sharedNeighbours?.dispose();
    tf.dispose([context.encoderRows.belongs, context.encoderRows.biased]);
  }
}

/** What a network says of a case's architectures, with its running statistics. */
async function outputsOf({ rows, settings }: StepContext, network: TrainedNetwork): Promise<Float64Array> {
  const tensors = networkTensors(network, rows.columns, settings);
  const batches = evaluationBatches(rows.architectures, rows.space, rows.columns, settings);
  try {
    return (await readGraphs(tensors, batches)).outputs[0] ?? new Float64Array();
  } finally {
    disposeNetwork(tensors);
    disposeBatches(batches);
  }
}

export const trainStepChecks: Check[] = [0, 1, 2].map((index) => ({
  name: `five steps of AdamW, case ${index + 1} of 3: losses, norms, gradients and what is left behind`,
  files: [FILE],
  slowOn: [],
  async run(read) {
    const of = read<{ readonly cases: readonly Case[] }>(FILE).cases[index];
    return of === undefined ? { "the case": Number.POSITIVE_INFINITY } : run(of);
  },
}));
