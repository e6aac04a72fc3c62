"use client";

import Link from "next/link";
import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { Button, buttonClass } from "@/components/ui/Button";
import { architectureKey } from "@/lib/core/architecture";
import { mean } from "@/lib/core/stats";
import { formatCount, formatValue } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import { measuredValues } from "../measuredValues";
import { cameOut, type CameOut, type KeptList } from "./keptLists";

type CameOutListProps = { lists: readonly KeptList[]; onForget: () => void };

/** Predicted against measured, list by list, and the way to train again with what came out. */
export function CameOutList({ lists, onForget }: CameOutListProps) {
  if (lists.length === 0) return null;
  return (
    <section className="grid gap-3 border-t border-line pt-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">What came out of earlier lists?</h3>
        <Button look="quiet" onClick={onForget}>
          Forget all lists
        </Button>
      </div>
      {lists.toReversed().map((list) => (
        <OneList key={list.seed} list={list} />
      ))}
    </section>
  );
}

function OneList({ list }: { list: KeptList }) {
  const { dataset, architectures } = useExploration();
  const [target = ""] = list.targets;
  const measured = useMemo(() => {
    const [values] = measuredValues(dataset.metrics, architectures, [
      { id: "", name: "", kind: "", srcc: null, target, use: "limit" },
    ]);
    return new Map(
      architectures.map((architecture, row) => [
        architectureKey(architecture),
        { architecture, measured: values?.[row] ?? NaN },
      ]),
    );
  }, [dataset.metrics, architectures, target]);
  const came = cameOut(list, measured);
  const title = `List ${list.seed}, ${formatCount(list.runs.length, "architecture")}`;
  if (came.length === 0)
    return (
      <p className="text-muted">
        {title}: no measurement of {target} yet.
      </p>
    );
  return (
    <div className="grid gap-2">
      <p>
        {title}: {came.length} measured. {words(came)}
      </p>
      <CameOutTable came={came} target={target} />
      <div>
        <Link
          href={`/datasets/${dataset.id}/train?target=${encodeURIComponent(target)}`}
          className={buttonClass("primary")}
        >
          Train again with what came out
        </Link>
      </div>
    </div>
  );
}

function words(came: readonly CameOut[]): string {
  const inside = came.filter(
    ({ predicted: { low, high }, measured }) => low <= measured && measured <= high,
  ).length;
  const error = mean(came.map(({ predicted, measured }) => Math.abs(predicted.value - measured)));
  return `${inside} of ${came.length} lie in their 90 % interval; predictions were off by ${formatValue(error)} on average.`;
}

function CameOutTable({ came, target }: { came: readonly CameOut[]; target: string }) {
  const { dataset } = useExploration();
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left tabular-nums">
        <thead className="text-muted">
          <tr className="border-b border-line">
            {["Architecture", `${target}, predicted`, "measured", "difference"].map((heading) => (
              <th key={heading} scope="col" className="pr-4 font-normal">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {came.map(({ architecture, predicted, measured }) => (
            <tr key={architecture.id} className="border-b border-line">
              <td className="py-1 pr-4">
                <ArchitectureStrip architecture={architecture} paint={paint} />
                <span className="text-xs text-muted">{architecture.id}</span>
              </td>
              <td className="py-1 pr-4 whitespace-nowrap">
                {formatValue(predicted.value)}{" "}
                <span className="text-xs text-muted">
                  {formatValue(predicted.low)} to {formatValue(predicted.high)}
                </span>
              </td>
              <td className="py-1 pr-4 whitespace-nowrap">{formatValue(measured)}</td>
              <td className="py-1 pr-4 whitespace-nowrap">
                {formatValue(measured - predicted.value)}
                {(measured < predicted.low || measured > predicted.high) && (
                  <span className="text-xs text-muted"> outside of the interval</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
