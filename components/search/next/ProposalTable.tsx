"use client";

import { useMemo } from "react";
import { downloadText } from "@/components/build/downloadText";
import { useExploration } from "@/components/explore/exploration";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { Button } from "@/components/ui/Button";
import { runId, runListCsv, runListJson, type RunList } from "@/lib/core/export/runList";
import { formatValue } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import type { Proposals } from "./useProposals";

/** The list to take away. */
export function ProposalTable({ proposals }: { proposals: Proposals }) {
  const { dataset } = useExploration();
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  const { used, chosen, seed } = proposals;
  const list: RunList = {
    rule: proposals.rule,
    targets: used.map(({ target }) => target),
    predictorIds: used.map(({ id }) => id),
    datasetHash: dataset.hash,
    seed,
    runs: chosen,
  };
  const { name, format, space, metrics } = dataset;
  const source = { name, format, space, metrics };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          onClick={() =>
            downloadText({
              name: `to-measure-${seed}.csv`,
              mediaType: "text/csv",
              text: runListCsv(source, list),
            })
          }
        >
          Run list as CSV
        </Button>
        <Button
          onClick={() =>
            downloadText({
              name: `to-measure-${seed}.json`,
              mediaType: "application/json",
              text: runListJson(source, list),
            })
          }
        >
          As JSON
        </Button>
        <span className="text-muted">Fill in the metrics and add the file below.</span>
      </div>
      <div className="overflow-x-auto">
        <table className="w-full text-left tabular-nums">
          <thead className="text-muted">
            <tr className="border-b border-line">
              <th scope="col" className="pr-4 font-normal">
                Run
              </th>
              <th scope="col" className="pr-4 font-normal">
                Architecture
              </th>
              {used.map(({ id, target }) => (
                <th key={id} scope="col" className="pr-4 font-normal">
                  {target}, predicted
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chosen.map(({ architecture, predicted }, index) => (
              <tr key={runId(seed, index)} className="border-b border-line">
                <td className="py-1 pr-4 whitespace-nowrap text-muted">{runId(seed, index)}</td>
                <td className="py-1 pr-4">
                  <ArchitectureStrip architecture={architecture} paint={paint} />
                </td>
                {predicted.map(({ value, low, high }, column) => (
                  <td key={used[column]?.id ?? column} className="py-1 pr-4 whitespace-nowrap">
                    {formatValue(value)}{" "}
                    <span className="text-xs text-muted">
                      {formatValue(low)} to {formatValue(high)}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
