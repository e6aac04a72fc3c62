"use client";

import { Button } from "@/components/ui/Button";
import { formatCount } from "@/lib/figures/format";
import { useBuild } from "./build";
import { useOptimise } from "./useOptimise";

/** Keeps what is locked and lets the predictor choose everything else. */
export function OptimiseButton() {
  const { locks } = useBuild();
  const { optimise, busy, message, obstacle } = useOptimise();
  const count = locks.locks.size;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button disabled={busy || obstacle !== null} title={obstacle ?? undefined} onClick={optimise}>
        {count === 0
          ? "Optimise everything"
          : `Keep ${formatCount(count, "locked place")}, optimise the rest`}
      </Button>
      <p role="status" className="text-muted">
        {busy ? "Comparing completions" : message}
      </p>
    </div>
  );
}
