import { LATENCY_BACKENDS, type BrowserLatency } from "../core/browserLatency";
import type { BrowserLatency as LatencyRow } from "./generated/client";
import { readColumn } from "./json";

/** A measurement as its row has it. */
export const latencyColumns = ({ template, inputShape, measuredAt, ...plain }: BrowserLatency) => ({
  ...plain,
  template: JSON.stringify(template),
  inputShape: JSON.stringify(inputShape),
  measuredAt: new Date(measuredAt),
});

/** And back. @throws Error where the row names a backend that this version does not know */
export function latencyOf({ assembledId, ...row }: LatencyRow): BrowserLatency {
  const backend = LATENCY_BACKENDS.find((one) => one === row.backend);
  if (backend === undefined) throw new Error(`Latency of ${assembledId}: unknown backend ${row.backend}.`);
  return {
    ...row,
    backend,
    template: readColumn<BrowserLatency["template"]>(row.template),
    inputShape: readColumn<number[]>(row.inputShape),
    measuredAt: row.measuredAt.toISOString(),
  };
}
