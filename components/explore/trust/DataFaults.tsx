"use client";

import { useMemo } from "react";
import { FaultList } from "@/components/ui/FaultList";
import { dataFaults } from "@/lib/core/trust/dataFaults";
import { parseTarget } from "@/lib/core/target";
import { useExploration } from "../exploration";

/** What in the data itself would mislead whoever reads the figures, in words. */
export function DataFaults() {
  const { dataset, architectures, measured, opened } = useExploration();
  const faults = useMemo(() => {
    const parsed = parseTarget(opened.file.target, dataset.metrics);
    return dataFaults({
      space: dataset.space,
      metrics: dataset.metrics,
      architectures,
      targets: measured,
      target: parsed.ok ? parsed.target : null,
    });
  }, [dataset, architectures, measured, opened]);
  const isMeasured = measured.some(Number.isFinite);
  return (
    <section aria-label="Faults of the data" className="grid gap-2">
      <h3 className="font-medium">Does the data itself mislead?</h3>
      {!isMeasured && (
        <p className="text-muted">
          This dataset does not measure {opened.file.target}, so its rows cannot be looked at.
        </p>
      )}
      {isMeasured && faults.length === 0 && (
        <p className="text-muted">
          Nothing found: every feature varies, none always moves with another, the target has enough distinct
          values, and no architecture is measured twice.
        </p>
      )}
      <FaultList faults={faults} />
    </section>
  );
}
