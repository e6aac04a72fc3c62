"use client";

import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import type { Architecture } from "@/lib/core/architecture";
import { latencyMetric, type BrowserLatency } from "@/lib/core/browserLatency";
import { formatValue } from "@/lib/figures/format";
import { conditionsText } from "@/lib/figures/latency";
import { useBuild } from "../build";

type MeasuredLatenciesProps = {
  architecture: Architecture;
  /** What makes the network now: older measurements may be of another one. */
  template: BrowserLatency["template"];
};

/** What was measured of an architecture, and where it is kept. */
export function MeasuredLatencies({ architecture, template }: MeasuredLatenciesProps) {
  const { measured } = useBuild();
  const latencies = measured.of(architecture);
  return (
    <>
      <div role="status" aria-label="Measured latencies">
        <ul className="grid gap-1">
          {latencies.map((latency) => (
            <li key={latency.backend}>
              <strong>{formatValue(latency.medianMs)} ms</strong> for one input, the median of{" "}
              {latency.numTimes} timings after {latency.numWarmUps} warm-ups; half of them lie between{" "}
              {formatValue(latency.lowMs)} and {formatValue(latency.highMs)} ms. The JSON of the architecture
              has it as {latencyMetric(latency.backend).label}.
              <span className="block text-xs text-muted">
                {conditionsText(latency)}
                {JSON.stringify(latency.template) !== JSON.stringify(template) &&
                  "; the template was changed since, so this is another network's"}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {latencies.length > 0 && <KeptWhere architecture={architecture} />}
    </>
  );
}

function KeptWhere({ architecture }: { architecture: Architecture }) {
  const { measured, saved } = useBuild();
  const names = measured.designsOf(architecture).map(({ name }) => name);
  const behind = measured.behind(architecture);
  if (behind.length > 0)
    return (
      <Note tone="warn" title={`Not stored with ${behind.map(({ name }) => name).join(", ")} yet`}>
        <p>{saved.failure ?? "The design was saved before this was measured."} It is kept in this browser.</p>
        <div className="mt-2">
          <Button onClick={() => void measured.storeAgain(architecture)}>Store it there</Button>
        </div>
      </Note>
    );
  return (
    <p className="text-muted">
      {names.length === 0
        ? "Kept in this browser; save the design, and it is stored with it."
        : `Stored with the saved ${names.length === 1 ? "design" : "designs"} ${names.join(", ")}.`}
    </p>
  );
}
