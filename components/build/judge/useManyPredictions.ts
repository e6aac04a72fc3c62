"use client";

import { useEffect, useMemo, useState } from "react";
import { openBeside } from "@/components/search/beside";
import type { PredictorUse } from "@/components/search/useSought";
import { useExploration } from "@/components/explore/exploration";
import { architectureKey, type Architecture } from "@/lib/core/architecture";
import type { Interval } from "@/lib/predictor/predictor";

export type ManyPredictions = {
  /** By the predictor's id; null while it has not answered. */
  readonly of: (predictorId: string, architecture: Architecture | null) => Interval | null;
  readonly pending: boolean;
  readonly failure: string | null;
};

type Answer = {
  readonly key: string;
  readonly byPredictor: ReadonlyMap<string, ReadonlyMap<string, Interval>>;
  readonly failure: string | null;
};

const NOTHING: Answer = { key: "", byPredictor: new Map(), failure: null };

/** What several predictors say of these architectures; the latest question wins. Those of the last answer stay until then. */
export function useManyPredictions(
  used: readonly Pick<PredictorUse, "id">[],
  architectures: readonly Architecture[],
): ManyPredictions {
  const { dataset, opened } = useExploration();
  const [answer, setAnswer] = useState(NOTHING);
  const idsText = used.map(({ id }) => id).join(" ");
  const keys = useMemo(() => architectures.map(architectureKey), [architectures]);
  const key = `${opened.id} ${idsText} ${keys.join(" ")}`;
  useEffect(() => {
    if (architectures.length === 0 || idsText === "") return;
    const abort = new AbortController();
    const ask = async () => {
      const ids = idsText.split(" ");
      const asked = await openBeside(opened, dataset.id, ids);
      const byPredictor = new Map<string, ReadonlyMap<string, Interval>>();
      for (const [index, who] of asked.entries()) {
        const { signal } = abort;
        const { intervals } = await opened.client.run("predict", { architectures, ...who }, { signal });
        byPredictor.set(
          ids[index] ?? "",
          new Map(
            keys.flatMap((one, row) =>
              intervals.slice(row, row + 1).map((interval) => [one, interval] as const),
            ),
          ),
        );
      }
      return byPredictor;
    };
    ask().then(
      (byPredictor) => abort.signal.aborted || setAnswer({ key, byPredictor, failure: null }),
      (error: unknown) => {
        const failure = error instanceof Error ? error.message : String(error);
        if (!abort.signal.aborted) setAnswer({ key, byPredictor: new Map(), failure });
      },
    );
    return () => abort.abort();
  }, [opened, dataset.id, idsText, architectures, keys, key]);
  return {
    of: (predictorId, architecture) =>
      (architecture && answer.byPredictor.get(predictorId)?.get(architectureKey(architecture))) ?? null,
    pending: architectures.length > 0 && answer.key !== key,
    failure: answer.failure,
  };
}
