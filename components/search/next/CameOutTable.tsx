import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { operationPalette } from "@/lib/figures/operationPalette";
import { OutcomeCells } from "./CameOutFigure";
import type { CameOut } from "./keptLists";

/** Every run that came back, with every target of its list. */
export function CameOutTable({ came, targets }: { came: readonly CameOut[]; targets: readonly string[] }) {
  const { dataset } = useExploration();
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  return (
    <div role="region" aria-label="What came out, run by run" tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-left tabular-nums">
        <thead className="text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="pr-4 font-normal">
              Architecture
            </th>
            {targets.flatMap((target) =>
              [`${target}, predicted`, "measured", "difference"].map((heading) => (
                <th key={`${target} ${heading}`} scope="col" className="pr-4 font-normal">
                  {heading}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {came.map(({ architecture, outcomes }) => (
            <tr key={architecture.id} className="border-b border-line">
              <td className="py-1 pr-4">
                <ArchitectureStrip architecture={architecture} paint={paint} />
                <span className="text-xs text-muted">{architecture.id}</span>
              </td>
              {targets.map((target, index) => (
                <OutcomeCells key={target} outcome={outcomes[index]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
