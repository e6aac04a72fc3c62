import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { columnsOf } from "@/lib/predictor/autobuild/columns";
import { rowsOfColumns } from "@/lib/predictor/autobuild/featureEncoder";
import { batchNeighbours, graphShape } from "@/lib/predictor/autobuild/graphs";
import { numParameters, partsOf } from "@/lib/predictor/autobuild/parameters";
import { checkpointSpace, readCheckpoint } from "@/lib/predictor/autobuild/releasedCheckpoint";
import { readSettings } from "@/lib/predictor/autobuild/settings";
import {
  batchTensors,
  trainStep,
  type StepContext,
  type TrainState,
} from "@/lib/predictor/autobuild/trainStep";
import { start } from "@/lib/predictor/backend";
import { architectureOf, largestDifference, reference, stateDict, type WeightsFile } from "./reference";

type StepsCase = {
  readonly gnn_type: string;
  readonly aggr_method: string;
  readonly corr_lambda: number;
  readonly ids: readonly string[];
  readonly targets_raw: readonly number[];
  readonly target_mean: number;
  readonly target_std_pop: number;
  readonly initial_state: WeightsFile["tensors"];
  readonly final_state: WeightsFile["tensors"];
  readonly steps: readonly { readonly loss: number }[];
} & Readonly<Record<string, unknown>>;

type Dataset = {
  readonly architectures: readonly { readonly id: string; readonly units: readonly string[][] }[];
};

const golden = reference<{ cases: readonly StepsCase[] }>("golden/train_step.json");
const dataset = reference<Dataset>("datasets/ofa_mbv3_pseudo.json");

describe.skipIf(golden === null || dataset === null)("five steps of AdamW on one batch", () => {
  // Networks of the other cases belong to a family whose data set is not among the reference files.
  it.each(golden?.cases.filter((of) => of.family === "ofa_mbv3") ?? [])(
    "$gnn_type, $aggr_method",
    async (of) => {
      await start("cpu");
      const space = checkpointSpace("mbv3");
      const fitted = readCheckpoint(stateDict(of.initial_state), of, space);
      const final = readCheckpoint(stateDict(of.final_state), of, space);
      const settings = readSettings({
        kind: "autobuild",
        seed: 0,
        trainFraction: 1,
        corrLambda: of.corr_lambda,
        ...fitted.settings,
      });
      const columns = columnsOf(space);
      const byId = new Map(
        dataset?.architectures.map((architecture) => [architecture.id, architecture.units]),
      );
      const architectures = of.ids.map((id) => architectureOf(id, byId.get(id) ?? []));
      const shape = graphShape(space, architectures);
      const size = architectures.length;
      const context: StepContext = {
        parts: partsOf(columns, settings),
        settings,
        shape,
        numGraphs: size,
        rows: {
          space,
          columns,
          architectures,
          targets: Float64Array.from(
            of.targets_raw,
            (target) => (target - of.target_mean) / of.target_std_pop,
          ),
        },
        encoderRows: rowsOfColumns(columns),
        sharedNeighbours: batchNeighbours([], space, shape, size),
      };
      const packedShape: [number, number] = [1, numParameters(context.parts)];
      const { numLayers, hiddenWidth } = settings;
      let state: TrainState = {
        packed: tf.tensor2d(fitted.network.packed, packedShape),
        first: tf.zeros(packedShape),
        second: tf.zeros(packedShape),
        running: tf.tensor3d(fitted.network.running, [1, 2 * numLayers, hiddenWidth]),
        step: 0,
      };
      const batch = batchTensors(context, [architectures.map((_, index) => index)]);
      for (const { loss } of of.steps) {
        const step = trainStep(context, state, batch, "pooled");
        state = step.state;
        const actual = (step.observed.loss.dataSync()[0] ?? Number.NaN) + of.corr_lambda;
        expect(Math.abs(actual - loss)).toBeLessThan(1e-4 * Math.abs(loss));
      }
      // Five steps of 1e-4 move a weight by up to 5e-4. Adam moves by the sign of a gradient that is 0 but for rounding
      // too; so only weights that the reference moved all the way must agree, to a fiftieth of a step.
      const packed = state.packed.dataSync();
      const moved = Array.from(final.network.packed)
        .map((_, index) => index)
        .filter(
          (index) =>
            Math.abs((final.network.packed[index] ?? 0) - (fitted.network.packed[index] ?? 0)) > 4.9e-4,
        );
      expect(moved.length).toBeGreaterThan(300);
      for (const index of moved)
        expect(Math.abs((packed[index] ?? Number.NaN) - (final.network.packed[index] ?? 0))).toBeLessThan(
          2e-6,
        );
      expect(
        largestDifference(
          state.running.dataSync().slice(numLayers * hiddenWidth),
          final.network.running.slice(numLayers * hiddenWidth),
        ),
      ).toBeLessThan(1e-4);
    },
  );
});
