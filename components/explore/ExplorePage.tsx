"use client";

import { PredictorGate } from "@/components/workspace/PredictorGate";
import { Explorer } from "./Explorer";

/** What matters, as the predictor in use sees it. */
export function ExplorePage() {
  return (
    <div className="grid gap-4">
      <h1 className="text-lg font-semibold">Explore</h1>
      <PredictorGate reason="Importances are read from a predictor. Train one on this dataset, and the heatmaps appear here.">
        {(ready) => <Explorer {...ready} />}
      </PredictorGate>
    </div>
  );
}
