"use client";

import { useCallback, useState } from "react";
import { architectureKey, type Architecture } from "@/lib/core/architecture";
import type { AssembledMetric } from "@/lib/core/export/archset";

/** What was measured of architectures that were built in this tab, and how more is noted. */
export type Measured = {
  readonly of: (architecture: Architecture | null) => readonly AssembledMetric[];
  readonly note: (architecture: Architecture, measured: AssembledMetric) => void;
};

const NONE: readonly AssembledMetric[] = [];

export function useMeasured(): Measured {
  const [byKey, setByKey] = useState<ReadonlyMap<string, readonly AssembledMetric[]>>(new Map());
  const of = useCallback(
    (architecture: Architecture | null) =>
      (architecture === null ? null : byKey.get(architectureKey(architecture))) ?? NONE,
    [byKey],
  );
  const note = useCallback((architecture: Architecture, measured: AssembledMetric) => {
    const key = architectureKey(architecture);
    setByKey((before) => {
      const others = (before.get(key) ?? NONE).filter(({ metric }) => metric.name !== measured.metric.name);
      return new Map(before).set(key, [...others, measured]);
    });
  }, []);
  return { of, note };
}
