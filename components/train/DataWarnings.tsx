"use client";

import Link from "next/link";
import { useDeferredValue, useMemo } from "react";
import { FaultList } from "@/components/ui/FaultList";
import { useWorkspace } from "@/components/workspace/workspace";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { parseTarget } from "@/lib/core/target";
import { dataFaults } from "@/lib/core/trust/dataFaults";
import { formatInteger } from "@/lib/figures/format";
import type { TargetState } from "./useTarget";

const LINK = "text-accent underline";

/** So many are shown at once; the others are folded away. */
const MOST_SHOWN = 3;

type DataWarningsProps = { target: TargetState; architectures: readonly EvaluatedArchitecture[] };

/**
 * What in the measured rows would mislead whoever reads importances, before anything is trained on them. Nothing where
 * there is nothing to warn of, and while the target is wrong.
 */
export function DataWarnings({ target, architectures }: DataWarningsProps) {
  const { dataset } = useWorkspace();
  // Rows are gone through for every target: whoever types one must not wait for that.
  const { text, targets } = useDeferredValue(target);
  const faults = useMemo(() => {
    if (targets === null) return [];
    const { space, metrics } = dataset;
    const parsed = parseTarget(text, metrics);
    return dataFaults({
      space,
      metrics,
      architectures,
      targets: targets.values,
      target: parsed.ok ? parsed.target : null,
    });
  }, [dataset, architectures, text, targets]);
  const [shown, rest] = [faults.slice(0, MOST_SHOWN), faults.slice(MOST_SHOWN)];
  if (shown.length === 0) return null;
  return (
    <section aria-label="Before you train" className="grid min-w-0 gap-2">
      <h3 className="font-medium">Before you train: what this data cannot tell</h3>
      <FaultList faults={shown} />
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer">{formatInteger(rest.length)} more</summary>
          <div className="mt-2">
            <FaultList faults={rest} />
          </div>
        </details>
      )}
      <p className="text-muted">
        Training works all the same. Look at the rows under{" "}
        <Link href={`/datasets/${dataset.id}/data`} className={LINK}>
          Data
        </Link>
        , or measure others and{" "}
        <Link href={`/datasets/${dataset.id}/join`} className={LINK}>
          join them
        </Link>{" "}
        to this dataset.
      </p>
    </section>
  );
}
