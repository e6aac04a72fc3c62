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
import { useBuild } from "./build";
import { usePredictions } from "./usePredictions";

export type Alternative = {
  readonly key: string;
  readonly node: Node;
  readonly inPlace: boolean;
  readonly edit: Edit;
  readonly predicted: Interval;
  /** Predicted target minus that of the draft as it is (both with the rest filled by the best). */
  readonly effect: number;
};

/** Every operation in the selected place with what the whole architecture should then reach, best first. */
export function useAlternatives() {
  const { dataset, architectures, opened } = useExploration();
  const { state, place, complete, completion, predictions } = useBuild();
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

  const current = predictions.of(completion);
  const inPlace = draft.units[unitIndex]?.[layerIndex] ?? null;
  const alternatives = variants.flatMap(({ node, edit, variant }): Alternative[] => {
    const predicted = answers.of(variant);
    if (predicted === null || current === null) return [];
    return [
      {
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
