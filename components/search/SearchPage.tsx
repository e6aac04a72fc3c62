"use client";

import { PredictorGate } from "@/components/workspace/PredictorGate";
import { RetrainingContext } from "./next/retraining";
import { RetrainProgress } from "./next/RetrainProgress";
import { useRetraining } from "./next/useRetraining";
import { Searcher } from "./Searcher";

/** Keep the best modules, look for the best architectures they make, and take them to Build. */
export function SearchPage() {
  const retraining = useRetraining();
  return (
    <RetrainingContext value={retraining}>
      <div className="grid min-w-0 gap-4">
        <h1 className="text-lg font-semibold">Search</h1>
        <RetrainProgress retraining={retraining} />
        <PredictorGate reason="A search rests on a predictor: it says which modules are worth keeping and what every candidate should reach. Train one on this dataset, and the search appears here.">
          {(ready) => <Searcher {...ready} />}
        </PredictorGate>
      </div>
    </RetrainingContext>
  );
}
