"use client";

import { PredictorGate } from "@/components/workspace/PredictorGate";
import { Builder } from "./Builder";

/** Click an architecture together, and see after every click what it should reach. */
export function BuildPage() {
  return (
    <div className="grid gap-4">
      <h1 className="text-lg font-semibold">Build</h1>
      <PredictorGate reason="Building rests on a predictor: it says which modules are good and what a whole architecture should reach. Train one on this dataset, and the slots appear here.">
        {(ready) => <Builder {...ready} />}
      </PredictorGate>
    </div>
  );
}
