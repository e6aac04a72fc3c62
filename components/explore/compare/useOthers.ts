"use client";

import { useCallback, useState } from "react";
import { useWorkspace, type Loadable } from "@/components/workspace/workspace";
import { getDataset, listDatasets, listPredictors } from "@/lib/api/client";
import type { PredictorSummary } from "@/lib/api/contracts";
import { isSameSpace } from "./sameSpace";

/** Predictors that may stand beside the one in use, by the dataset they were trained on. */
export type OtherPredictors = {
  readonly datasetId: string;
  readonly datasetName: string;
  readonly predictors: readonly PredictorSummary[];
};

/**
 * The other predictors of this dataset at once, and on request those of datasets with an equal search space.
 * @param usedId the predictor in use, which is not offered
 */
export function useOthers(usedId: string) {
  const { dataset, predictors } = useWorkspace();
  const [elsewhere, setElsewhere] = useState<Loadable<readonly OtherPredictors[]> | null>(null);
  const here: OtherPredictors = {
    datasetId: dataset.id,
    datasetName: dataset.name,
    predictors: predictors.status === "ready" ? predictors.value.filter(({ id }) => id !== usedId) : [],
  };
  const look = useCallback(async () => {
    setElsewhere({ status: "loading" });
    try {
      const candidates = (await listDatasets()).filter(
        ({ id, structure, numPredictors }) =>
          id !== dataset.id && structure === dataset.structure && numPredictors > 0,
      );
      const found: OtherPredictors[] = [];
      for (const { id, name } of candidates)
        if (isSameSpace((await getDataset(id)).space, dataset.space))
          found.push({ datasetId: id, datasetName: name, predictors: await listPredictors(id) });
      setElsewhere({ status: "ready", value: found });
    } catch (error) {
      setElsewhere({ status: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }, [dataset]);
  return { here, elsewhere, look };
}
