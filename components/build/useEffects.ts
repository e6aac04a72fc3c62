"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import type { Architecture } from "@/lib/core/architecture";
import type { Interval } from "@/lib/predictor/predictor";
import { useBuild } from "./build";
import { useManyPredictions } from "./judge/useManyPredictions";
import { usePredictions } from "./usePredictions";

/** What a gesture would do to the predictions. */
export type Effect = {
  readonly predicted: Interval;
  /** Predicted target minus that of the draft as it is (both with the rest filled by the best). */
  readonly change: number;
  /** Changes of the other targets that are asked, in their order; those that have not answered are missing. */
  readonly others: readonly {
    readonly target: string;
    readonly change: number;
    readonly better: boolean | null;
  }[];
  /** Texts of constraints that the architecture would break. */
  readonly breaks: readonly string[];
};

/** The effect of having each of these architectures instead of the draft's. @param asked stays the same while it is */
export function useEffects(asked: readonly Architecture[]) {
  const { opened } = useExploration();
  const { completion, predictions, sought, many, constraints } = useBuild();
  const answers = usePredictions(opened, asked);
  const otherPredictors = useMemo(
    () => sought.used.filter(({ id }) => id !== opened.id),
    [sought.used, opened.id],
  );
  const ofOthers = useManyPredictions(otherPredictors, asked);
  const current = predictions.of(completion);

  /** Null while the predictor has not answered. */
  const effectOf = (variant: Architecture): Effect | null => {
    const predicted = answers.of(variant);
    if (predicted === null || current === null) return null;
    const values = sought.used.map(
      ({ id }) => (id === opened.id ? predicted : ofOthers.of(id, variant))?.value ?? NaN,
    );
    const others = sought.used.flatMap(({ id, target, use }, index) => {
      const before = many.of(id, completion)?.value ?? NaN;
      const change = (values[index] ?? NaN) - before;
      if (id === opened.id || !Number.isFinite(change)) return [];
      const better = use === "limit" || change === 0 ? null : use === "min" ? change < 0 : change > 0;
      return [{ target, change, better }];
    });
    return {
      predicted,
      change: predicted.value - current.value,
      others,
      breaks: values.some(Number.isNaN) ? [] : constraints.broken(variant, values),
    };
  };
  return { effectOf, pending: answers.pending, failure: answers.failure };
}
