"use client";

import { useExploration } from "@/components/explore/exploration";
import { applyEdit } from "@/lib/builder/edits";
import { graphFault, operationIssue } from "@/lib/builder/graph/legality";
import { indexOfPlace } from "@/lib/builder/graph/shape";
import { slotsIssue } from "@/lib/builder/legality";
import { moduleEdit } from "@/lib/builder/modules";
import type { Node, NodePlace } from "@/lib/core/architecture";
import { useBuild } from "./build";

/** What dragging and arrow keys do, where it is legal. */
export function usePut() {
  const { space } = useExploration().dataset;
  const { state, selectPlace, graph } = useBuild();
  const { rules } = graph;
  const { draft, edit } = state;
  return {
    putNode(place: NodePlace, node: Node): void {
      const put = moduleEdit(space, draft, {
        unitIndex: place.unitIndex,
        layers: [place.layerIndex],
        nodes: [node],
      });
      const misplaced = rules && operationIssue(space, rules, draft, indexOfPlace(draft.units, place), node);
      if (!put.ok || misplaced !== null) return;
      edit(put.edit);
      selectPlace(place);
    },
    /** What stands in two places changes places. */
    move(from: NodePlace, to: NodePlace): void {
      const swap = { type: "swapNodes", first: from, second: to } as const;
      const next = applyEdit(space, draft, swap);
      const isLegal =
        to.layerIndex >= 0 &&
        [from, to].every(
          ({ unitIndex }) => slotsIssue(space, unitIndex, next.units[unitIndex] ?? []) === null,
        );
      const isFixed = draft.edges !== undefined && to.layerIndex >= (draft.units[to.unitIndex]?.length ?? 0);
      if (!isLegal || isFixed || (rules && graphFault(space, rules, next) !== null)) return;
      edit(swap);
      selectPlace(to);
    },
  };
}
