"use client";

import { PredictorGate } from "@/components/workspace/PredictorGate";
import { Searcher } from "./Searcher";

/** Keep the best modules, look for the best architectures they make, and take them to Build. */
export function SearchPage() {
  return (
    <div className="grid gap-4">
      <h1 className="text-lg font-semibold">Search</h1>
      <PredictorGate reason="A search rests on a predictor: it says which modules are worth keeping and what every candidate should reach. Train one on this dataset, and the search appears here.">
        {(ready) => <Searcher {...ready} />}
      </PredictorGate>
    </div>
  );
}
