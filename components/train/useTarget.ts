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

/** The first metric that gets better upwards; failing that, the negation of the first. */
export function firstTarget(metrics: readonly Metric[]): string {
  const best = metrics.find(({ goal }) => goal === "max") ?? metrics.find(({ goal }) => goal === null);
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
