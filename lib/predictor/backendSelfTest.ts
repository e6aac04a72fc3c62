/**
 * A small training step, done on the backend in use and on plain CPU: some integrated graphics cards and drivers get
 * single operations wrong, and a training on them would end in a predictor that is wrong without a sign of it.
 */
import * as tf from "@tensorflow/tfjs";
import { normal, seededRandom } from "../core/random";
import { adamwStep } from "./autobuild/adamw";
import { partSize, type Part } from "./autobuild/parameters";
import type { RankMode } from "./autobuild/rankingLoss";
import { lossAndGradient, batchTensors, disposeBatch, type StepContext } from "./autobuild/trainStep";
import { startState, disposeState } from "./autobuild/trainState";
import { disposeContext, smallContexts } from "./backendSelfTestProblem";

/** Largest difference allowed, as a share of the largest number of its kind. */
const TOLERANCE = 1e-3;

/** Numbers of one kind, told apart so that a fault in small ones does not drown in large ones. */
export type Figure = {
  readonly name: string;
  readonly values: Float32Array;
  /** The least that a difference is measured against: numbers that should be 0 are but rounding. */
  readonly floor: number;
};

/** How far a figure is off, as a share of its largest number. */
export type Difference = { readonly name: string; readonly share: number };

/**
 * The figure that is furthest off by more than a thousandth of its largest number; null where none is.
 * @param reference the same figures in the same order, as they should be
 */
export function worstDifference(figures: readonly Figure[], reference: readonly Figure[]): Difference | null {
  let worst: Difference | null = null;
  reference.forEach(({ name, values, floor }, index) => {
    const found = figures[index]?.values ?? new Float32Array();
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), Math.max(floor, 1e-12));
    const share = values.reduce((most, value, at) => {
      const difference = Math.abs((found[at] ?? Number.NaN) - value) / scale;
      // A number that is none is further off than any other.
      return Number.isFinite(difference) ? Math.max(most, difference) : Number.POSITIVE_INFINITY;
    }, 0);
    if (share > TOLERANCE && share > (worst?.share ?? 0)) worst = { name, share };
  });
  return worst;
}

/**
 * Loss, graph norms, batch statistics and gradient of small GATv2 networks on the backend in use, with what an
 * optimiser makes of a gradient. The inputs are seeded; no tensor is left behind.
 */
export async function smallTrainingStep(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, context, mode, numBatches } of smallContexts()) {
    try {
      figures.push(...(await stepFigures(name, context, mode, numBatches)));
    } finally {
      disposeContext(context);
    }
  }
  return [...figures, ...(await optimiserFigures())];
}

async function stepFigures(
  name: string,
  context: StepContext,
  mode: RankMode,
  numBatches: number,
): Promise<Figure[]> {
  const rows = context.rows.architectures.map((_, index) => index);
  const batch = batchTensors(
    context,
    Array.from({ length: numBatches }, () => rows),
  );
  const state = startState(context);
  try {
    const { gradient, statistics, observed } = tf.tidy(() =>
      lossAndGradient(context, state.packed, batch, mode),
    );
    const [loss, norms, moments, slopes] = await readAll([
      observed.loss,
      observed.norms,
      statistics,
      gradient,
    ]);
    return [
      { name: `the loss of ${name}`, values: loss, floor: 0 },
      { name: `the graph norms of ${name}`, values: norms, floor: 0 },
      { name: `the batch statistics of ${name}`, values: moments, floor: 0 },
      ...gradientFigures(name, context.parts, slopes),
    ];
  } finally {
    disposeBatch(batch);
    disposeState(state);
  }
}

/** One figure per matrix, of the first member and all others. @param slopes [members, numParameters] */
function gradientFigures(name: string, parts: readonly Part[], slopes: Float32Array): Figure[] {
  const size = parts.reduce((sum, part) => sum + partSize(part), 0);
  const largest = slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
  let offset = 0;
  return parts.map((part) => {
    const [from, to] = [offset, offset + partSize(part)];
    offset = to;
    return {
      name: `the gradient of ${part.name} of ${name}`,
      values: slopes.filter((_, index) => index % size >= from && index % size < to),
      // Biases before a normalisation have no gradient but rounding.
      floor: largest / 100,
    };
  });
}

/** Two steps on given gradients: those of a network that are nearly 0 would turn rounding into whole moves. */
async function optimiserFigures(): Promise<Figure[]> {
  const random = seededRandom(23);
  const draw = (): tf.Tensor2D =>
    tf.tensor2d(
      Float32Array.from({ length: 2 * 97 }, () => normal(random)),
      [2, 97],
    );
  const state = tf.tidy(() => {
    const zeros = tf.zeros<tf.Rank.R2>([2, 97]);
    const rates = { learningRate: 0.01, weightDecay: 0.1 };
    const once = adamwStep({ packed: draw(), first: zeros, second: zeros }, draw(), 1, rates);
    return adamwStep(once, draw(), 2, rates);
  });
  const [packed, first, second] = await readAll([state.packed, state.first, state.second]);
  return [
    { name: "the parameters after two steps", values: packed, floor: 0 },
    { name: "the mean gradient after two steps", values: first, floor: 0 },
    { name: "the mean squared gradient after two steps", values: second, floor: 0 },
  ];
}

/** The numbers of tensors, which are disposed of. */
async function readAll<Tensors extends readonly tf.Tensor[]>(
  tensors: readonly [...Tensors],
): Promise<{ [Index in keyof Tensors]: Float32Array }> {
  try {
    const values = await Promise.all(tensors.map(async (tensor) => Float32Array.from(await tensor.data())));
    return values as { [Index in keyof Tensors]: Float32Array };
  } finally {
    tf.dispose([...tensors]);
  }
}
