"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { useEmbeddings } from "@/components/explore/map/useEmbeddings";
import { applyEdit, type Edit } from "@/lib/builder/edits";
import { operationIssue } from "@/lib/builder/graph/legality";
import { indexOfPlace } from "@/lib/builder/graph/shape";
import { toArchitecture } from "@/lib/builder/legality";
import { moduleEdit } from "@/lib/builder/modules";
import { nearestOperations, unlikenessOf, type Unlikeness } from "@/lib/builder/nearest";
import { architectureKey, type Node } from "@/lib/core/architecture";
import { operationKey, operationLabel } from "@/lib/core/searchSpace";
import { shownOperations } from "@/lib/figures/positionMatrix";
import { useBuild } from "./build";
import { useEffects, type Effect } from "./useEffects";

export type Alternative = {
  readonly key: string;
  readonly node: Node;
  readonly inPlace: boolean;
  readonly edit: Edit;
  readonly effect: Effect;
  /** How unlike what is in the place now; null where the place is open, or while embeddings are read. */
  readonly unlike: number | null;
};

/** An operation that cannot stand in the place, and why. */
export type Refused = { readonly label: string; readonly reason: string };

export type LikenessBy = Unlikeness["by"];

/** Every operation in the selected place with what the whole architecture should then reach, best first. */
export function useAlternatives() {
  const { dataset, architectures } = useExploration();
  const { state, place, complete, graph } = useBuild();
  const { space } = dataset;
  const { draft } = state;
  const { rules } = graph;
  const { unitIndex, layerIndex } = place;
  const { operations } = useMemo(() => shownOperations(space, architectures), [space, architectures]);
  const { variants, refused } = useMemo(() => {
    const refusedOnes: Refused[] = [];
    if (complete === null) return { variants: [], refused: refusedOnes };
    const possible = operations.flatMap((node) => {
      const put = moduleEdit(space, draft, { unitIndex, layers: [layerIndex], nodes: [node] });
      const index = indexOfPlace(draft.units, { unitIndex, layerIndex });
      const misplaced = rules === null ? null : operationIssue(space, rules, draft, index, node);
      if (!put.ok || misplaced !== null) {
        const reason = misplaced ?? (put.ok ? "" : put.reason);
        refusedOnes.push({ label: operationLabel(space, node), reason });
        return [];
      }
      const variant = toArchitecture(space, complete(applyEdit(space, draft, put.edit)), "variant", rules);
      return variant === null ? [] : [{ node, edit: put.edit, variant }];
    });
    return { variants: possible, refused: refusedOnes };
  }, [space, draft, rules, unitIndex, layerIndex, operations, complete]);
  const asked = useMemo(() => variants.map(({ variant }) => variant), [variants]);
  const { effectOf, pending, failure } = useEffects(asked);

  const inPlace = draft.units[unitIndex]?.[layerIndex] ?? null;
  const unlikeness = useUnlikeness(inPlace);
  const alternatives = variants.flatMap(({ node, edit, variant }): Alternative[] => {
    const effect = effectOf(variant);
    if (effect === null) return [];
    return [
      {
        key: `${operationKey(node)} ${architectureKey(variant)}`,
        node,
        edit,
        effect,
        inPlace: inPlace !== null && operationKey(inPlace) === operationKey(node),
        unlike: unlikeness?.to(node) ?? null,
      },
    ];
  });
  const nodes = alternatives.map(({ node }) => node);
  const [nearest] = inPlace && unlikeness ? nearestOperations(inPlace, unlikeness, nodes) : [];
  return {
    /** The least unlike what is in the place; null where the place is open or nothing else may stand there. */
    nearest: alternatives.find(({ node }) => node === nearest) ?? null,
    /** What likeness rests on; null where there is nothing to be like. */
    likenessBy: unlikeness?.by ?? null,
    alternatives: alternatives.sort((a, b) => b.effect.predicted.value - a.effect.predicted.value),
    refused,
    pending: pending || complete === null,
    failure,
  };
}

/** How unlike a node others are, by the predictor's embeddings where it has some; null while that is not known. */
function useUnlikeness(node: Node | null): Unlikeness | null {
  const { space } = useExploration().dataset;
  const answer = useEmbeddings();
  return useMemo(() => {
    if (node === null || answer.status === "loading") return null;
    const { operations = [], embeddings = null } = answer.status === "ready" ? answer.value : {};
    return unlikenessOf(space, node, embeddings && { operations, vectors: embeddings.vectors });
  }, [space, node, answer]);
}
