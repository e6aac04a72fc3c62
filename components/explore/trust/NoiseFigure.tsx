"use client";

import { isWithin } from "@/lib/core/trust/nullBand";
import { formatEffect } from "@/lib/figures/evidence";
import type { ModuleEffect } from "./EffectOf";
import { useNullBand } from "./useNullBand";

/** Whether noise alone would show the effect of a module; nothing while there is no null check. */
export function NoiseFigure({ unitIndex, effect }: { unitIndex: number; effect: ModuleEffect }) {
  const band = useNullBand(effect.figure, unitIndex, effect.size);
  if (band.status !== "ready" || band.value === null) return null;
  const { low, high } = band.value;
  const within = isWithin(band.value, effect.effect);
  return (
    <>
      <dt className="text-muted">Null band</dt>
      <dd className="min-w-0">
        {formatEffect(low)} to {formatEffect(high)}
        <span className={`block text-xs ${within ? "text-warn" : "text-muted"}`}>
          {within ? "within: noise looks like this effect" : "outside: noise does not look like this effect"}
        </span>
      </dd>
    </>
  );
}
