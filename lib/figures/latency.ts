/** A measured latency in words. */
import type { BrowserLatency, LatencyBackend } from "../core/browserLatency";
import { formatValue } from "./format";

export const BACKEND_NAMES: Readonly<Record<LatencyBackend, string>> = {
  wasm: "WebAssembly",
  webgpu: "WebGPU",
};

/** `1.25 ms (1.2 to 1.5)`: the median, and what half of the timings lie between. */
export const latencyText = ({ medianMs, lowMs, highMs }: BrowserLatency): string =>
  `${formatValue(medianMs)} ms (${formatValue(lowMs)} to ${formatValue(highMs)})`;

/** `WebAssembly, 1 thread`, `WebGPU`. */
export const ranOnText = ({ backend, threads }: Pick<BrowserLatency, "backend" | "threads">): string =>
  threads === null
    ? BACKEND_NAMES[backend]
    : `${BACKEND_NAMES[backend]}, ${threads} ${threads === 1 ? "thread" : "threads"}`;

/** `WebAssembly, 1 thread; template mbconv, input 3 x 32 x 32; 2026-11-24`. */
export const conditionsText = (latency: BrowserLatency): string =>
  `${ranOnText(latency)}; template ${latency.template.family}, input ${latency.inputShape.join(" x ")}; ${latency.measuredAt.slice(0, 10)}`;
