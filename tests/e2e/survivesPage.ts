/** A training on WebGL whose context is lost, for tests/e2e/survives.spec.ts; it runs as a script of its own in a page. */
import * as tf from "@tensorflow/tfjs";
import { start } from "@/lib/predictor/backend";
import { watchDevice } from "@/lib/predictor/deviceWatch";
import type { FitHooks } from "@/lib/predictor/predictor";
import { fitPredictor } from "@/lib/predictor/registry";
import { browserCheckpoints } from "@/lib/worker/checkpointDb";
import { smallSettings, stagedProblem } from "../predictor/autobuild/problem";

const checkpoints = browserCheckpoints(indexedDB, () => performance.timeOrigin + performance.now());

/** Trains and gives what was learned as text, without the seconds it took. */
async function fit(hooks: FitHooks): Promise<string> {
  const predictor = await watchDevice(
    fitPredictor(stagedProblem(40), { ...smallSettings, kind: "autobuild", epochs: 6 }, hooks),
  );
  const { tensors, metrics } = predictor.toFile();
  predictor.dispose();
  return JSON.stringify({ tensors, metrics: { ...metrics, seconds: 0 } });
}

function loseContext(): void {
  const backend: tf.KernelBackend & { gpgpu?: { gl: WebGL2RenderingContext } } = tf.backend();
  backend.gpgpu?.gl.getExtension("WEBGL_lose_context")?.loseContext();
}

const survives = {
  start: () => start("webgl"),
  uninterrupted: () => fit({}),
  /** What it fails with when the context is lost after the fourth epoch. */
  interrupted: (): Promise<string> =>
    fit({
      checkpoints,
      onProgress: ({ epoch }) => {
        if (epoch === 4) loseContext();
      },
    }).catch(String),
  async resumed() {
    const epochs: number[] = [];
    const learned = await fit({ checkpoints, onProgress: ({ epoch }) => void epochs.push(epoch) });
    return { learned, epochs };
  },
  numTensors: () => tf.memory().numTensors,
};

export type SurvivesPage = typeof survives;

Object.assign(globalThis, { survives });
