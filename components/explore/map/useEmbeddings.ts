"use client";

import { useMemo } from "react";
import { shownOperations } from "@/lib/figures/positionMatrix";
import { useExploration } from "../exploration";
import { useAnswer } from "../useAnswer";

/**
 * Where the predictor's graph networks put the operations that figures show, in their order; `embeddings` is null for a
 * predictor that has no network, or one that tells no operation from another.
 */
export function useEmbeddings() {
  const { dataset, architectures, opened } = useExploration();
  const ask = useMemo(
    () => async () => {
      const { operations } = shownOperations(dataset.space, architectures);
      const { embeddings } = await opened.client.run("embedOperations", { operations });
      return { operations, embeddings: embeddings && embeddings.numMembers > 0 ? embeddings : null };
    },
    [dataset.space, architectures, opened],
  );
  return useAnswer(`${opened.id} embeddings`, ask);
}
