"use client";

import { useMemo } from "react";
import { namesOf, type NamedRow } from "@/lib/figures/fitNames";
import { drawnRows, fitSet, type Fitted, type FitSet } from "@/lib/figures/fitSets";
import type { PredictorFile } from "@/lib/predictor/predictor";
import { useExploration } from "../exploration";
import { useAnswer } from "../useAnswer";

type HeldOut = PredictorFile["metrics"]["heldOut"];

const NONE: HeldOut = { measured: [], predicted: [] };

/** Pairs of a predictor's own record, with the names that can be told. */
const recorded = ({ measured, predicted }: HeldOut, names: readonly (string | null)[]): Fitted[] =>
  measured.map((value, index) => ({
    id: names[index] ?? null,
    measured: value,
    predicted: predicted[index] ?? NaN,
  }));

/** Rows that were trained on, predicted now; and what the predictor said of others before it had seen them. */
export function useFit() {
  const { opened, architectures: all, measured } = useExploration();
  const { file, client } = opened;
  const ask = useMemo(
    () => async (): Promise<readonly FitSet[]> => {
      const { labelled, metrics } = file;
      const trained = labelled.architectures.slice(0, metrics.numTrain);
      const rows = drawnRows(trained.length);
      const architectures = rows.flatMap((row) => trained[row] ?? []);
      const { intervals } = await client.run("predict", { architectures });
      const named = (from: number, to?: number): NamedRow[] =>
        labelled.architectures
          .slice(from, to)
          .map(({ id }, index) => ({ id, target: labelled.targets[from + index] ?? NaN }));
      const isTrained = new Set(trained.map(({ id }) => id));
      const others = all.flatMap(({ id }, row) =>
        isTrained.has(id) ? [] : { id, target: measured[row] ?? NaN },
      );
      const validation = metrics.validation ?? NONE;
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
          recorded(
            validation,
            namesOf(validation.measured, named(0, validation.measured.length), named(0, metrics.numTrain)),
          ),
        ),
        fitSet(
          "Held-out rows (test)",
          metrics.numTrain === 0
            ? "Rows of this dataset, which it may have been trained on elsewhere."
            : "Predicted before it had seen them: this is what to expect of new ones.",
          // Most kinds keep their held-out rows behind the training rows, and learn from them once they are measured.
          recorded(metrics.heldOut, namesOf(metrics.heldOut.measured, named(metrics.numTrain), others)),
        ),
      ];
      return sets.filter(({ fitted }) => fitted.length > 0);
    },
    [file, client, all, measured],
  );
  return useAnswer(`${opened.id} fit`, ask);
}
