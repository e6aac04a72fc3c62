import * as tf from "@tensorflow/tfjs";
import type { Architecture } from "../../core/architecture";
import { createPace } from "../../core/pace";
import type { SearchSpace } from "../../core/searchSpace";
import type { FitHooks, FitProgress } from "../predictor";
import { columnsOf } from "./columns";
import { disposeBatches, evaluationBatches } from "./evaluate";
import { rowsOfColumns } from "./featureEncoder";
import type { Companion } from "./keeper";
import { look } from "./look";
import { partsOf, unpack } from "./parameters";
import type { AutobuildSettings } from "./settings";
import type { OnEpoch } from "./train";
import { runningStatistics, type NetworkTensors } from "./trainedNetwork";

/** Rows looked at after every epoch; the last look is at all that are held out. */
const WATCHED = 512;

const noClock = (): number => 0;

/** What is known of a training beside its state. */
type Watched = {
  readonly lossCurve: readonly number[];
  readonly progress: readonly FitProgress[];
  readonly seconds: number;
};

export type Watch = Companion<Watched> & {
  readonly onEpoch: OnEpoch;
  /** Since the start, the time before an interruption included. */
  seconds(): number;
  dispose(): void;
};

/**
 * Looks at held-out rows after every epoch and tells of it. After an interruption what was told before is told again,
 * so that a page shows the whole course.
 * @param heldOut with standardised targets
 */
export function createWatch(
  space: SearchSpace,
  heldOut: { readonly architectures: readonly Architecture[]; readonly targets: Float64Array },
  settings: AutobuildSettings,
  { onProgress, now, numTrain }: FitHooks & { readonly numTrain: number },
): Watch {
  const columns = columnsOf(space);
  const parts = partsOf(columns, settings);
  const batches = evaluationBatches(heldOut.architectures.slice(0, WATCHED), space, columns, settings);
  const targets = heldOut.targets.slice(0, WATCHED);
  const rows = rowsOfColumns(columns);
  let before = 0;
  const began = now?.() ?? 0;
  const seconds = (): number => before + (now?.() ?? 0) - began;
  const pace = createPace(now ?? noClock);
  const lossCurve: number[] = [];
  const progress: FitProgress[] = [];

  return {
    async onEpoch(epoch, loss, state) {
      lossCurve.push(loss);
      if (!onProgress) return;
      const { weights, statistics } = tf.tidy(() => ({
        weights: unpack(state.packed, parts),
        statistics: runningStatistics(state.running),
      }));
      const network: NetworkTensors = { columns, settings, rows, weights, statistics };
      const seen = await look(network, batches, targets, settings.corrLambda).finally(() =>
        tf.dispose([Object.values(weights), statistics.flatMap((of) => [of.mean, of.variance])]),
      );
      const secondsPerEpoch = pace(epoch);
      const told: FitProgress = {
        epoch,
        numEpochs: settings.epochs,
        loss,
        heldOutLoss: seen.loss,
        hopSrcc: seen.hopSrcc,
        srcc: seen.srcc,
        rowsPerSecond: secondsPerEpoch > 0 ? numTrain / secondsPerEpoch : 0,
        secondsLeft: secondsPerEpoch * (settings.epochs - epoch),
      };
      progress.push(told);
      onProgress(told);
    },
    seconds,
    keep: () => ({ lossCurve: [...lossCurve], progress: [...progress], seconds: seconds() }),
    restore(kept) {
      before = kept.seconds;
      lossCurve.push(...kept.lossCurve);
      progress.push(...kept.progress);
      kept.progress.forEach((told) => onProgress?.(told));
    },
    dispose() {
      disposeBatches(batches);
      tf.dispose([rows.belongs, rows.biased]);
    },
  };
}
