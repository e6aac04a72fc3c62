"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useMemo } from "react";
import { useWorkspace } from "@/components/workspace/workspace";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import { parseTarget, targetProblem, targetUnit, targetValues, type TargetValues } from "@/lib/core/target";

export type TargetState = {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly metrics: readonly Metric[];
  /** Where the text is wrong. */
  readonly fault: { readonly message: string; readonly position: number } | null;
  /** Targets of all rows; null while the text is wrong. */
  readonly targets: TargetValues | null;
  /** The rows with a target. */
  readonly rows: readonly { readonly architecture: EvaluatedArchitecture; readonly value: number }[];
  /** Why it cannot be trained on, or null. */
  readonly problem: string | null;
  readonly unit: string | null;
};

/** `train_accuracy`, `training-acc`: how well rows are known by heart. */
const OF_TRAINING = /^train(ing)?([^a-z]|$)/i;

/**
 * The first metric that gets better upwards, one of unseen data before one of training; failing that, the negation of
 * the first.
 */
export function firstTarget(metrics: readonly Metric[]): string {
  const upwards = metrics.filter(({ goal }) => goal === "max");
  const best =
    upwards.find(({ name }) => !OF_TRAINING.test(name)) ??
    upwards[0] ??
    metrics.find(({ goal }) => goal === null);
  if (best) return best.name;
  return metrics[0] ? `-${metrics[0].name}` : "";
}

/** The target in the address (`?target=`) and what it means for the rows of the dataset. */
export function useTarget(architectures: readonly EvaluatedArchitecture[]): TargetState {
  const { metrics } = useWorkspace().dataset;
  const [text, setText] = useQueryState(
    "target",
    parseAsString.withDefault(firstTarget(metrics)).withOptions({ history: "replace" }),
  );
  return useMemo(() => {
    const shared = { text, setText: (next: string) => void setText(next), metrics };
    const parsed = parseTarget(text, metrics);
    if (!parsed.ok)
      return { ...shared, fault: parsed, targets: null, rows: [], problem: parsed.message, unit: null };
    const targets = targetValues({ architectures }, parsed.target);
    const rows = architectures.flatMap((architecture, index) => {
      const value = targets.values[index] ?? NaN;
      return Number.isFinite(value) ? [{ architecture, value }] : [];
    });
    return {
      ...shared,
      // A label typed verbatim goes on as the metric's name.
      text: parsed.target.text,
      fault: null,
      targets,
      rows,
      problem: targetProblem(targets.values),
      unit: targetUnit(parsed.target.text, metrics),
    };
  }, [architectures, metrics, setText, text]);
}
