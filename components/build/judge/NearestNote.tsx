"use client";

import { useDeferredValue, useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Note } from "@/components/ui/Note";
import { nearestTo, usualReach } from "@/lib/core/distance";
import { formatCount } from "@/lib/figures/format";
import { useBuild } from "../build";

/** How far the draft is from what was measured: a prediction far from everything is a guess. */
export function NearestNote() {
  const { architectures } = useExploration();
  const { completion } = useBuild();
  // Looking through all rows must not hold up the click that changed the draft.
  const looked = useDeferredValue(completion);
  const nearest = useMemo(() => looked && nearestTo(looked, architectures), [looked, architectures]);
  const reach = useMemo(() => usualReach(architectures), [architectures]);
  if (!nearest) return null;
  const { row, distance } = nearest;
  if (distance === 0) return <p className="text-muted">It was measured as {row.id}.</p>;
  const words = `The nearest measured architecture is ${row.id}, ${formatCount(distance, "node")} away`;
  return distance > reach ? (
    <Note tone="warn" title="Extrapolating">
      {words}; measured ones have their nearest other within {formatCount(reach, "node")}. Trust the
      prediction less than its interval says.
    </Note>
  ) : (
    <p className="text-muted">
      {words}, as near as measured ones are to each other (within {formatCount(reach, "node")}).
    </p>
  );
}
