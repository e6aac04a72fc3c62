/** Latencies that a browser measured of the network an assembled architecture stands for. */
import type { Metric } from "./dataset";

/** What ran the network: WebAssembly on the processor, or WebGPU on the graphics processor. */
export const LATENCY_BACKENDS = ["wasm", "webgpu"] as const;
export type LatencyBackend = (typeof LATENCY_BACKENDS)[number];

/** Middle and spread of timings of one input after warm-up: half of them lie between low and high. */
export type Latency = {
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  readonly numTimes: number;
  /** Runs before the first that counts. */
  readonly numWarmUps: number;
};

/** A latency with all that it depends on, as far as a browser tells. */
export type BrowserLatency = Latency & {
  readonly backend: LatencyBackend;
  /** Of the processor; null on a graphics processor. */
  readonly threads: number | null;
  /** What made a network of the architecture (see blocks/templates), whole: stem, channels and head count, too. */
  readonly template: { readonly family: string; readonly [field: string]: unknown };
  /** Of one input, without the batch of one. */
  readonly inputShape: readonly number[];
  /** ISO 8601. */
  readonly measuredAt: string;
};

/** The metric that a latency is a value of: one a backend, since they do not compare. */
export const latencyMetric = (backend: LatencyBackend): Metric => ({
  name: `latency_browser_${backend}`,
  label: `latency_browser_${backend}`,
  unit: "ms",
  goal: "min",
});

/** The newest measurement of each backend, in the order of LATENCY_BACKENDS. */
export const latestLatencies = (latencies: readonly BrowserLatency[]): BrowserLatency[] =>
  LATENCY_BACKENDS.flatMap((backend) => {
    const [newest] = latencies
      .filter((latency) => latency.backend === backend)
      .toSorted((a, b) => Date.parse(b.measuredAt) - Date.parse(a.measuredAt));
    return newest ?? [];
  });
