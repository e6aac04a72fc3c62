"use client";

import { useMemo } from "react";
import { drawnRows, fitSet, type Fitted, type FitSet } from "@/lib/figures/fitSets";
import type { PredictorFile } from "@/lib/predictor/predictor";
import { useExploration } from "../exploration";
import { useAnswer } from "../useAnswer";

type HeldOut = PredictorFile["metrics"]["heldOut"];

/** Pairs of a predictor's own record; `ids` only where it keeps the rows in the same order. */
const recorded = ({ measured, predicted }: HeldOut, ids: readonly string[]): Fitted[] =>
  measured.map((value, index) => ({
    id: ids[index] ?? null,
    measured: value,
    predicted: predicted[index] ?? NaN,
  }));

/** Rows that were trained on, predicted now; and what the predictor said of others before it had seen them. */
export function useFit() {
  const { opened } = useExploration();
  const { file, client } = opened;
  const ask = useMemo(
    () => async (): Promise<readonly FitSet[]> => {
      const { labelled, metrics } = file;
      const trained = labelled.architectures.slice(0, metrics.numTrain);
      const rows = drawnRows(trained.length);
      const architectures = rows.flatMap((row) => trained[row] ?? []);
      const { intervals } = await client.run("predict", { architectures });
      // Most kinds keep their held-out rows behind the training rows, and learn from them once they are measured.
      const keepsHeldOut = labelled.architectures.length === metrics.numTrain + metrics.numTest;
      const heldOutIds = keepsHeldOut
        ? labelled.architectures.slice(metrics.numTrain).map(({ id }) => id)
        : [];
      const sets = [
        fitSet(
          "Training rows",
          "It has seen these: how well it fits them says nothing of new ones.",
          architectures.map((architecture, index) => ({
            id: architecture.id,
            measured: labelled.targets[rows[index] ?? -1] ?? NaN,
            predicted: intervals[index]?.value ?? NaN,
          })),
          trained.length,
        ),
        fitSet(
          "Validation rows",
          "Training rows as predicted by parts that had not seen them; they chose the weights.",
          metrics.validation ? recorded(metrics.validation, []) : [],
        ),
        fitSet(
          "Held-out rows (test)",
          metrics.numTrain === 0
            ? "Rows of this dataset, which it may have been trained on elsewhere."
            : "Predicted before it had seen them: this is what to expect of new ones.",
          recorded(metrics.heldOut, heldOutIds),
        ),
      ];
      return sets.filter(({ fitted }) => fitted.length > 0);
    },
    [file, client],
  );
  return useAnswer(`${opened.id} fit`, ask);
}
