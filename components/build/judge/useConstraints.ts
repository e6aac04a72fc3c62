"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useMemo } from "react";
import { useConstraintScope } from "@/components/search/useConstraintScope";
import type { PredictorUse } from "@/components/search/useSought";
import type { Architecture } from "@/lib/core/architecture";
import type { Template } from "@/lib/core/blocks/templates/template";
import { brokenConstraints, parseConstraints, type ParsedConstraints } from "@/lib/core/constraint";

export type Constraints = ParsedConstraints & {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Targets and counted quantities, for people. */
  readonly names: readonly string[];
  /** What parameters are counted by; null where the space has none. */
  readonly template: Template | null;
  /** Texts of the constraints that an architecture breaks. @param predicted one value per used predictor */
  readonly broken: (architecture: Architecture, predicted: readonly number[]) => readonly string[];
};

/** The constraints of the address, the same as those of Search. */
export function useConstraints(used: readonly PredictorUse[]): Constraints {
  const { scope, names, template } = useConstraintScope(used);
  const [text, setText] = useQueryState(
    "where",
    parseAsString.withDefault("").withOptions({ history: "replace" }),
  );
  const parsed = useMemo(() => parseConstraints(text, scope), [text, scope]);
  return {
    ...parsed,
    text,
    template,
    names,
    setText: (next) => void setText(next === "" ? null : next),
    broken: (architecture, predicted) =>
      brokenConstraints(parsed.constraints, architecture, predicted).map(({ constraint }) => constraint.text),
  };
}

/** 0-based units that a constraint's text names: where its violation is shown. */
export const namedUnits = (text: string): number[] =>
  [...text.matchAll(/\bunits\[(\d+)\]/g)].map(([, number]) => Number(number) - 1);
