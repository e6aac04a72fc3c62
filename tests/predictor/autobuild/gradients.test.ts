import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, it } from "vitest";
import { normal, seededRandom } from "@/lib/core/random";
import { columnsOf } from "@/lib/predictor/autobuild/columns";
import { rowsOfColumns } from "@/lib/predictor/autobuild/featureEncoder";
import { batchNeighbours, graphShape } from "@/lib/predictor/autobuild/graphs";
import { initialParameters, numParameters, partsOf } from "@/lib/predictor/autobuild/parameters";
import { readSettings } from "@/lib/predictor/autobuild/settings";
import {
  batchTensors,
  lossAndGradient,
  trainStep,
  type StepContext,
} from "@/lib/predictor/autobuild/trainStep";
import { startState } from "@/lib/predictor/autobuild/trainState";
import { start } from "@/lib/predictor/backend";
import { smallSettings, stagedProblem, stagedSpace } from "./problem";

const problem = stagedProblem(128);

function contextOf(overrides: Record<string, string | number>, numGraphs: number): StepContext {
  const settings = readSettings({ ...smallSettings, ...overrides });
  const columns = columnsOf(stagedSpace);
  const shape = graphShape(stagedSpace, problem.architectures);
  const random = seededRandom(11);
  return {
    parts: partsOf(columns, settings),
    settings,
    shape,
    numGraphs,
    rows: {
      space: stagedSpace,
      columns,
      architectures: problem.architectures,
      targets: Float64Array.from(problem.targets, () => normal(random)),
    },
    encoderRows: rowsOfColumns(columns),
    sharedNeighbours: batchNeighbours([], stagedSpace, shape, numGraphs),
  };
}

const indexes = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

beforeAll(async () => {
  await start("cpu");
});

/**
 * Directional derivatives along seeded random directions: the CPU backend computes in float32, where single entries
 * drown in rounding. Padding (12 of 16 graphs) takes part.
 */
describe.each([
  { convolution: "GATv2", aggregation: "mean", mode: "oneBlock" },
  { convolution: "GATv2", aggregation: "sum", mode: "pooled" },
  { convolution: "GraphConv", aggregation: "max", mode: "oneBlock" },
  { convolution: "GraphConv", aggregation: "sum", mode: "pooled" },
] as const)(
  "gradient of the loss, $convolution, $aggregation, $mode",
  ({ convolution, aggregation, mode }) => {
    it("agrees with central differences within 2 %", () => {
      const context = contextOf({ convolution, aggregation, convolutionSlope: 0.01 }, 16);
      const batch = batchTensors(context, [indexes(12)]);
      const size = numParameters(context.parts);
      const at = initialParameters(context.parts, 1, 2);
      const valueAt = (values: Float32Array): number =>
        lossAndGradient(context, tf.tensor2d(values, [1, size]), batch, mode).observed.loss.dataSync()[0] ??
        Number.NaN;
      const gradient = Array.from(
        lossAndGradient(context, tf.tensor2d(at, [1, size]), batch, mode).gradient.dataSync(),
      );
      const random = seededRandom(5);
      for (let trial = 0; trial < 4; trial++) {
        const direction = Float32Array.from({ length: size }, () => normal(random));
        const step = 2e-4;
        const moved = (sign: number): Float32Array =>
          at.map((value, index) => value + sign * step * (direction[index] ?? 0));
        const numeric = (valueAt(moved(1)) - valueAt(moved(-1))) / (2 * step);
        const analytic = gradient.reduce((sum, slope, index) => sum + slope * (direction[index] ?? 0), 0);
        expect(Math.abs(numeric - analytic)).toBeLessThan(0.02 * Math.max(1, Math.abs(analytic)));
      }
    });
  },
);

describe("kernels of a training step", () => {
  it.each([
    ["cpu", 334],
    ["wasm", 347],
  ] as const)(
    "are few on %s at default size, %d: one member, batch 128, width 32, 4 layers",
    async (backend, numKernels) => {
      await start(backend);
      const context = contextOf({ hiddenWidth: 32, numLayers: 4 }, 128);
      const state = startState(context);
      const batch = batchTensors(context, [indexes(128)]);
      const { kernels } = await tf.profile(() => {
        trainStep(context, state, batch, "oneBlock");
      });
      // "forward" is how the profile names our operations around their kernels, which are listed too.
      const counted = kernels.filter(({ name }) => !["Identity", "Reshape", "forward"].includes(name));
      expect(counted).toHaveLength(numKernels);
      expect(numKernels).toBeLessThanOrEqual(350);
    },
  );
});
