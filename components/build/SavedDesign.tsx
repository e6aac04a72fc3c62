"use client";

import { useState } from "react";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import { Button } from "@/components/ui/Button";
import type { AssembledArchitecture } from "@/lib/api/contracts";
import { draftOf } from "@/lib/builder/draft";
import { formatValue } from "@/lib/figures/format";
import { useBuild } from "./build";
import { LatencyLines } from "./measured/LatencyLines";

type SavedDesignProps = { design: AssembledArchitecture; onDelete: () => Promise<void> };

/** One kept design: strips under each other can be compared at a glance. */
export function SavedDesign({ design, onDelete }: SavedDesignProps) {
  const { state, paint } = useBuild();
  const [asking, setAsking] = useState(false);
  const { name, architecture, predicted, latencies } = design;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="w-32 truncate font-medium" title={name}>
        {name}
      </span>
      <ArchitectureStrip architecture={architecture} paint={paint} />
      <span className="text-xs text-muted">
        {predicted === null
          ? "no prediction"
          : `${formatValue(predicted.value)} (${formatValue(predicted.low)} to ${formatValue(predicted.high)})`}
      </span>
      {latencies.length > 0 && (
        <span className="text-xs">
          <LatencyLines latencies={latencies} />
        </span>
      )}
      <span className="ml-auto flex gap-1">
        {asking ? (
          <>
            <Button look="danger" className="text-xs" onClick={() => void onDelete()}>
              Delete for good
            </Button>
            <Button look="quiet" className="text-xs" onClick={() => setAsking(false)}>
              Keep
            </Button>
          </>
        ) : (
          <>
            <Button
              className="text-xs"
              aria-label={`Load ${name}`}
              onClick={() => state.edit({ type: "load", draft: draftOf(architecture) })}
            >
              Load
            </Button>
            <Button
              look="quiet"
              className="text-xs"
              aria-label={`Delete ${name}`}
              onClick={() => setAsking(true)}
            >
              Delete
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
