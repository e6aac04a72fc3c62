"use client";

import { useEffect, useState } from "react";
import type { OpenedPredictor } from "@/components/workspace/workspace";
import { architectureKey, type Architecture } from "@/lib/core/architecture";
import type { Interval } from "@/lib/predictor/predictor";

export type Predictions = {
  /** By architectureKey; those of the last answer stay until the next one is there, so that nothing flickers. */
  readonly of: (architecture: Architecture | null) => Interval | null;
  readonly pending: boolean;
  /** Why the predictor could not answer, or null. */
  readonly failure: string | null;
};

type Answer = {
  readonly key: string;
  readonly intervals: ReadonlyMap<string, Interval>;
  readonly failure: string | null;
};

const NOTHING: Answer = { key: "", intervals: new Map(), failure: null };

/** Predictions of these architectures; the latest question wins, an older one still running is cancelled. */
export function usePredictions(
  { id, client }: OpenedPredictor,
  architectures: readonly Architecture[],
): Predictions {
  const [answer, setAnswer] = useState(NOTHING);
  const key = `${id} ${architectures.map(architectureKey).join(" ")}`;
  useEffect(() => {
    if (architectures.length === 0) return;
    const abort = new AbortController();
    client.run("predict", { architectures }, { signal: abort.signal }).then(
      ({ intervals }) => {
        if (abort.signal.aborted) return;
        const byKey = architectures.flatMap((architecture, index) => {
          const interval = intervals[index];
          return interval === undefined ? [] : [[architectureKey(architecture), interval] as const];
        });
        setAnswer({ key, intervals: new Map(byKey), failure: null });
      },
      (error: unknown) => {
        const failure = error instanceof Error ? error.message : String(error);
        if (!abort.signal.aborted) setAnswer({ key, intervals: new Map(), failure });
      },
    );
    return () => abort.abort();
  }, [client, key, architectures]);
  return {
    of: (architecture) => (architecture && answer.intervals.get(architectureKey(architecture))) ?? null,
    pending: architectures.length > 0 && answer.key !== key,
    failure: answer.failure,
  };
}
