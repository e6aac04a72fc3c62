"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { applyEdit } from "@/lib/builder/edits";
import { toArchitecture } from "@/lib/builder/legality";
import { moduleEdit } from "@/lib/builder/modules";
import type { Edit } from "@/lib/builder/edits";
import { architectureKey, type Node } from "@/lib/core/architecture";
import { operationKey } from "@/lib/core/searchSpace";
import { shownOperations } from "@/lib/figures/positionMatrix";
import type { Interval } from "@/lib/predictor/predictor";
import { operationDistance } from "@/lib/builder/nearest";
import { useBuild } from "./build";
import { useManyPredictions } from "./judge/useManyPredictions";
import { usePredictions } from "./usePredictions";

export type Alternative = {
  readonly key: string;
  readonly node: Node;
  readonly inPlace: boolean;
  readonly edit: Edit;
  readonly predicted: Interval;
  /** Predicted target minus that of the draft as it is (both with the rest filled by the best). */
  readonly effect: number;
  /** Changes of the other targets that are asked, in their order; those that have not answered are missing. */
  readonly others: readonly {
    readonly target: string;
    readonly effect: number;
    readonly better: boolean | null;
  }[];
  /** Texts of constraints that the architecture would break. */
  readonly breaks: readonly string[];
  /** How unlike what is in the place now, 0..1; null where the place is open. */
  readonly unlike: number | null;
};

/** Every operation in the selected place with what the whole architecture should then reach, best first. */
export function useAlternatives() {
  const { dataset, architectures, opened } = useExploration();
  const { state, place, complete, completion, predictions, sought, many, constraints } = useBuild();
  const { space } = dataset;
  const { draft } = state;
  const { unitIndex, layerIndex } = place;
  const { operations } = useMemo(() => shownOperations(space, architectures), [space, architectures]);
  const variants = useMemo(() => {
    if (complete === null) return [];
    return operations.flatMap((node) => {
      const put = moduleEdit(space, draft, { unitIndex, layers: [layerIndex], nodes: [node] });
      if (!put.ok) return [];
      const variant = toArchitecture(space, complete(applyEdit(space, draft, put.edit)), "variant");
      return variant === null ? [] : [{ node, edit: put.edit, variant }];
    });
  }, [space, draft, unitIndex, layerIndex, operations, complete]);
  const asked = useMemo(() => variants.map(({ variant }) => variant), [variants]);
  const answers = usePredictions(opened, asked);
  const otherPredictors = useMemo(
    () => sought.used.filter(({ id }) => id !== opened.id),
    [sought.used, opened.id],
  );
  const ofOthers = useManyPredictions(otherPredictors, asked);

  const current = predictions.of(completion);
  const inPlace = draft.units[unitIndex]?.[layerIndex] ?? null;
  const alternatives = variants.flatMap(({ node, edit, variant }): Alternative[] => {
    const predicted = answers.of(variant);
    if (predicted === null || current === null) return [];
    const values = sought.used.map(
      ({ id }) => (id === opened.id ? predicted : ofOthers.of(id, variant))?.value ?? NaN,
    );
    const others = sought.used.flatMap(({ id, target, use }, index) => {
      const before = many.of(id, completion)?.value ?? NaN;
      const change = (values[index] ?? NaN) - before;
      if (id === opened.id || !Number.isFinite(change)) return [];
      const better = use === "limit" || change === 0 ? null : use === "min" ? change < 0 : change > 0;
      return [{ target, effect: change, better }];
    });
    return [
      {
        others,
        breaks: values.some(Number.isNaN) ? [] : constraints.broken(variant, values),
        unlike: inPlace === null ? null : operationDistance(space, inPlace, node),
        key: `${operationKey(node)} ${architectureKey(variant)}`,
        node,
        edit,
        inPlace: inPlace !== null && operationKey(inPlace) === operationKey(node),
        predicted,
        effect: predicted.value - current.value,
      },
    ];
  });
  return {
    alternatives: alternatives.sort((a, b) => b.predicted.value - a.predicted.value),
    pending: answers.pending || complete === null,
    failure: answers.failure,
  };
}
