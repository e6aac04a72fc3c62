"use client";

import { createContext, useContext, useMemo } from "react";
import type { OpenedPredictor } from "@/components/workspace/workspace";
import type { DatasetDetail } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { parseTarget, targetUnit, targetValues } from "@/lib/core/target";

/** What every lens looks at: a dataset through one opened predictor. */
export type Exploration = {
  readonly dataset: DatasetDetail;
  readonly architectures: readonly EvaluatedArchitecture[];
  readonly opened: OpenedPredictor;
  /** shape [architectures]; the predictor's target as measured, NaN where a row has none */
  readonly measured: Float64Array;
  /** Indexes of architectures with a measured target, best first. */
  readonly bestFirst: readonly number[];
  /** What module scores are counted in, for people: `% (accuracy)`. */
  readonly scoreUnit: string;
};

export const ExplorationContext = createContext<Exploration | null>(null);

/** @throws Error outside of the Explore page */
export function useExploration(): Exploration {
  const exploration = useContext(ExplorationContext);
  if (exploration === null) throw new Error("useExploration is for the lenses of the Explore page.");
  return exploration;
}

export function useNewExploration(
  dataset: DatasetDetail,
  architectures: readonly EvaluatedArchitecture[],
  opened: OpenedPredictor,
): Exploration {
  return useMemo(() => {
    const measured = measuredTargets(dataset, architectures, opened.file.target);
    const bestFirst = [...measured.keys()]
      .filter((index) => Number.isFinite(measured[index]))
      .sort((a, b) => (measured[b] ?? 0) - (measured[a] ?? 0));
    const unit = targetUnit(opened.file.target, dataset.metrics);
    const scoreUnit = unit === null ? `units of ${opened.file.target}` : `${unit} (${opened.file.target})`;
    return { dataset, architectures, opened, measured, bestFirst, scoreUnit };
  }, [dataset, architectures, opened]);
}

/** A predictor may come from a file whose target names metrics this dataset does not have: then nothing is measured. */
function measuredTargets(
  dataset: DatasetDetail,
  architectures: readonly EvaluatedArchitecture[],
  text: string,
): Float64Array {
  const parsed = parseTarget(text, dataset.metrics);
  if (!parsed.ok) return new Float64Array(architectures.length).fill(NaN);
  return targetValues({ architectures }, parsed.target).values;
}
