import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import type { Backend } from "./predictor";

/** Quickest first; whoever wants one gets it or one after it. */
const ORDER: readonly Backend[] = ["webgl", "wasm", "cpu"];

/** Where the .wasm files lie: beside the page in a browser, in the package in Node. */
function findWasmFiles(): void {
  const inNode = typeof process !== "undefined" && process.versions?.node !== undefined;
  setWasmPaths(inNode ? `${process.cwd()}/node_modules/@tensorflow/tfjs-backend-wasm/dist/` : "/wasm/");
  // Threads hang in workers of some bundlers and need headers that isolate the page.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
}

/**
 * Starts the wanted backend, or the next that works and computes rightly; the note says why it is not the wanted one.
 * @throws Error when none works
 */
export async function start(wanted: Backend): Promise<{ backend: Backend; note: string | null }> {
  findWasmFiles();
  const reasons: string[] = [];
  for (const backend of ORDER.slice(ORDER.indexOf(wanted))) {
    const reason = await whyNot(backend);
    if (reason === null) {
      const note = reasons.length > 0 ? `${reasons.join(" ")} Computing on ${backend} instead.` : null;
      return { backend, note };
    }
    reasons.push(reason);
  }
  throw new Error(reasons.join(" "));
}

/** The backend in use. @throws Error when it is none of ours */
export function currentBackend(): Backend {
  const backend = ORDER.find((name) => name === tf.getBackend());
  if (backend === undefined)
    throw new Error(`The backend ${tf.getBackend()} is none of ${ORDER.join(", ")}.`);
  return backend;
}

/** Why a backend cannot be used, or null when it was started. */
async function whyNot(backend: Backend): Promise<string | null> {
  try {
    if (!(await tf.setBackend(backend))) return `${backend} is not available here.`;
    await tf.ready();
    return (await computesRightly()) ? null : `${backend} computes wrongly on this machine.`;
  } catch {
    return `${backend} is not available here.`;
  }
}

/** A product, a softmax and a root with known values: some integrated graphics cards get such sums wrong. */
async function computesRightly(): Promise<boolean> {
  const result = tf.tidy(() => {
    const matrix = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const product = tf.matMul(matrix, tf.transpose(matrix));
    const shares = tf.softmax(tf.tensor2d([0, Math.log(3)], [1, 2]));
    return tf.concat([tf.reshape(product, [4]), tf.reshape(shares, [2]), tf.rsqrt(tf.tensor1d([16]))]);
  });
  try {
    const values = await result.data();
    return [14, 32, 32, 77, 0.25, 0.75, 0.25].every(
      (known, index) => Math.abs((values[index] ?? 0) - known) < 1e-4 * Math.max(1, known),
    );
  } finally {
    result.dispose();
  }
}
