import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { isSoftwareRenderer, webglRenderer } from "./backendRenderer";
import { smallTrainingStep, worstDifference, type Figure } from "./backendSelfTest";
import type { Backend, BackendChoice } from "./predictor";

/** Quickest first; whoever wants one gets it or one after it. */
const ORDER: readonly Backend[] = ["webgl", "wasm", "cpu"];

/** What users read. */
const NAMES: Readonly<Record<Backend, string>> = { webgl: "WebGL", wasm: "WebAssembly", cpu: "plain CPU" };

/** Training is about twelve times slower there than on WebAssembly. */
const NO_GRAPHICS_CARD = "This browser draws without a graphics card";

/** Where the .wasm files lie: beside the page in a browser, in the package in Node. */
function findWasmFiles(): void {
  const inNode = typeof process !== "undefined" && process.versions?.node !== undefined;
  setWasmPaths(inNode ? `${process.cwd()}/node_modules/@tensorflow/tfjs-backend-wasm/dist/` : "/wasm/");
  // Threads hang in workers of some bundlers and need headers that isolate the page.
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
}

/**
 * Starts the wanted backend, or the next that works and computes rightly; the note says why it is not the wanted one.
 * "automatic" wants WebGL on a graphics card, and passes over one that draws in software.
 * @throws Error when none works
 */
export async function start(wanted: BackendChoice): Promise<{ backend: Backend; note: string | null }> {
  findWasmFiles();
  const reasons: string[] = [];
  const first = wanted === "automatic" ? "webgl" : wanted;
  for (const backend of ORDER.slice(ORDER.indexOf(first))) {
    const reason = await whyNot(backend, wanted === "automatic");
    if (reason === null) return { backend, note: noteOf(reasons, backend) };
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

function noteOf(reasons: readonly string[], backend: Backend): string | null {
  if (reasons.length === 0) return null;
  if (backend === "wasm" && reasons[0] === `${NO_GRAPHICS_CARD}.`)
    return `${NO_GRAPHICS_CARD}, so training runs on WebAssembly, which is faster here.`;
  return `${reasons.join(" ")} Computing on ${NAMES[backend]} instead.`;
}

/** Why a backend cannot be used, or is not to be where `isQuickWanted`; null when it was started. */
async function whyNot(backend: Backend, isQuickWanted: boolean): Promise<string | null> {
  const absent = `${NAMES[backend]} is not available here.`;
  try {
    if (!(await tf.setBackend(backend))) return absent;
    await tf.ready();
  } catch {
    return absent;
  }
  if (isQuickWanted && isSoftwareRenderer(webglRenderer() ?? "")) return `${NO_GRAPHICS_CARD}.`;
  const fault = await faultOf(backend);
  return fault === null ? null : `${NAMES[backend]} computes wrongly on this machine: ${fault}.`;
}

/** What was found of backends as long as they live: a second start asks nothing again. */
const known = new WeakMap<object, string | null>();

async function faultOf(backend: Backend): Promise<string | null> {
  const device: object = tf.backend();
  const before = known.get(device);
  if (before !== undefined) return before;
  const fault = await findFault(backend).catch(
    (reason: unknown) =>
      `a small training step failed (${reason instanceof Error ? reason.message : reason})`,
  );
  known.set(device, fault);
  return fault;
}

/** What the backend in use gets wrong, beside plain CPU and known values; null where nothing is. */
async function findFault(backend: Backend): Promise<string | null> {
  if (!(await computesKnownValues())) return "a product, a softmax or a root is not what it must be";
  if (backend === "cpu") return null;
  const worst = worstDifference(await smallTrainingStep(), await reference(backend));
  if (worst === null) return null;
  const percent = Number.isFinite(worst.share) ? `${(100 * worst.share).toPrecision(2)} %` : "beyond measure";
  return `in a small training step ${worst.name} is ${percent} off plain CPU`;
}

let figuresOnCpu: readonly Figure[] | null = null;

/** The small training step on plain CPU, which is the same every time; `backend` is in use again afterwards. */
async function reference(backend: Backend): Promise<readonly Figure[]> {
  if (figuresOnCpu !== null) return figuresOnCpu;
  await tf.setBackend("cpu");
  try {
    figuresOnCpu = await smallTrainingStep();
    return figuresOnCpu;
  } finally {
    await tf.setBackend(backend);
  }
}

/** Known values, which plain CPU, with nothing to be compared with, must get right too. */
async function computesKnownValues(): Promise<boolean> {
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
