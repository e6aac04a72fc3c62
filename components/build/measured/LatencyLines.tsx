import type { BrowserLatency } from "@/lib/core/browserLatency";
import { conditionsText, latencyText } from "@/lib/figures/latency";

/** Measured latencies in small, each over where it was measured; nothing where there are none. */
export function LatencyLines({ latencies }: { latencies: readonly BrowserLatency[] }) {
  return latencies.map((latency) => (
    <span key={latency.backend} className="block">
      {latencyText(latency)}
      <span className="block max-w-80 text-xs whitespace-normal text-muted">{conditionsText(latency)}</span>
    </span>
  ));
}
