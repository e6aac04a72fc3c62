import type { BrowserLatency } from "@/lib/core/browserLatency";
import { conditionsText, latencyText } from "@/lib/figures/latency";

/** Measured latencies in small, each with where it was measured; nothing where there are none. */
export function LatencyLines({ latencies }: { latencies: readonly BrowserLatency[] }) {
  return latencies.map((latency) => (
    <span key={latency.backend} className="block">
      {latencyText(latency)} <span className="text-xs text-muted">{conditionsText(latency)}</span>
    </span>
  ));
}
