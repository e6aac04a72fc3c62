"use client";

import Link from "next/link";
import { useMemo, useState } from "react";
import { downloadText } from "@/components/build/downloadText";
import { useExploration } from "@/components/explore/exploration";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { Button } from "@/components/ui/Button";
import { draftOf } from "@/lib/builder/draft";
import { encodeDraft } from "@/lib/builder/draftCode";
import { architectureKey } from "@/lib/core/architecture";
import { formatValue } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import { foundRows, foundCsv, type FoundRow } from "./foundRows";
import type { SearchRun } from "./useSearch";
import { goalOfUse, type PredictorUse } from "./useSought";

const SHOWN_FIRST = 20;

type FoundTableProps = {
  runs: readonly SearchRun[];
  used: readonly PredictorUse[];
  /** Key of the architecture that is marked in the figure. */
  marked: string | null;
  onMark: (key: string | null) => void;
};

/** Everything found, best first, each with a way to Build. */
export function FoundTable({ runs, used, marked, onMark }: FoundTableProps) {
  const { dataset, architectures, opened } = useExploration();
  const [all, setAll] = useState(false);
  const rows = useMemo(() => foundRows(runs), [runs]);
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  const measuredIds = useMemo(
    () => new Map(architectures.map((row) => [architectureKey(row), row.id])),
    [architectures],
  );
  const shown = all ? rows : rows.slice(0, SHOWN_FIRST);
  const linkOf = ({ found }: FoundRow): string =>
    `/datasets/${dataset.id}/build?predictor=${encodeURIComponent(opened.id)}&draft=${encodeURIComponent(
      encodeDraft(draftOf(found.architecture)) ?? "",
    )}`;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">Best first</h3>
        <Button
          onClick={() =>
            downloadText({
              name: "found.csv",
              mediaType: "text/csv",
              text: foundCsv(dataset.space, rows, used),
            })
          }
        >
          Download as CSV
        </Button>
      </div>
      <div role="region" aria-label="Found architectures" tabIndex={0} className="relative overflow-x-auto">
        <table className="w-full text-left tabular-nums">
          <thead className="text-muted">
            <tr className="border-b border-line">
              <th scope="col" className="pr-4 font-normal">
                #
              </th>
              <th scope="col" className="pr-4 font-normal">
                Architecture
              </th>
              {used.map(({ target, use }) => (
                <th key={target} scope="col" className="pr-4 font-normal">
                  {goalOfUse(use) === null ? "" : use === "max" ? "↑ " : "↓ "}
                  {target}
                </th>
              ))}
              {runs.length > 1 && (
                <th scope="col" className="pr-4 font-normal">
                  Found in
                </th>
              )}
              <th scope="col" className="font-normal">
                <span className="sr-only">Use</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr
                key={row.key}
                className={`border-b border-line ${row.key === marked ? "bg-accent-soft" : "hover:bg-sunken"}`}
                onMouseEnter={() => onMark(row.key)}
                onMouseLeave={() => onMark(null)}
              >
                <td className="py-1 pr-4 text-muted">{index + 1}</td>
                <td className="py-1 pr-4">
                  <ArchitectureStrip architecture={row.found.architecture} paint={paint} />
                  <span className="text-xs text-muted">
                    {row.onFront ? "on the front" : row.found.violation > 0 ? "breaks a constraint" : ""}
                    {measuredIds.has(row.key) && ` measured as ${measuredIds.get(row.key) ?? ""}`}
                  </span>
                </td>
                {row.found.predicted.map(({ value, low, high }, column) => (
                  <td key={used[column]?.target ?? column} className="py-1 pr-4 whitespace-nowrap">
                    {formatValue(value)}{" "}
                    <span className="block text-xs text-muted">
                      {formatValue(low)} to {formatValue(high)}
                    </span>
                  </td>
                ))}
                {runs.length > 1 && (
                  <td className="py-1 pr-4 whitespace-nowrap text-muted">{row.regions.join(", ")}</td>
                )}
                <td className="py-1">
                  <Link
                    href={linkOf(row)}
                    aria-label={`Send architecture ${index + 1} to Build`}
                    className="whitespace-nowrap text-accent underline"
                    onFocus={() => onMark(row.key)}
                    onBlur={() => onMark(null)}
                  >
                    Send to Build
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN_FIRST && (
        <Button look="quiet" className="mt-2" onClick={() => setAll(!all)}>
          {all ? `Only the first ${SHOWN_FIRST}` : `All ${rows.length}`}
        </Button>
      )}
    </>
  );
}
