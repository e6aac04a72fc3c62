/** Edits of a draft's graph: edges between nodes by their index over all units, and nodes with their edges. */
import type { Edge, NodePlace } from "../../core/architecture";
import type { Draft, Slot } from "../draft";
import { indexOfPlace, sortedEdges } from "./shape";

export type GraphEdit =
  | { readonly type: "addEdge"; readonly source: number; readonly target: number }
  | { readonly type: "removeEdge"; readonly source: number; readonly target: number }
  /**
   * A node between two others, in the place that `target` has then moved on from. `onEdge` takes the edge between them
   * away, so that the new node stands on it; else it stands beside.
   */
  | {
      readonly type: "addNode";
      readonly place: NodePlace;
      readonly node: Slot;
      readonly source: number;
      readonly target: number;
      readonly onEdge: boolean;
    }
  /** With `join`, what came before the node goes to what came after it. */
  | { readonly type: "removeNode"; readonly place: NodePlace; readonly join: boolean };

/** The draft after the edit; drafts without edges of their own stay as they are. */
export function applyGraphEdit(draft: Draft, edit: GraphEdit): Draft {
  if (draft.edges === undefined) return draft;
  switch (edit.type) {
    case "addEdge":
      return { ...draft, edges: sortedEdges([...draft.edges, [edit.source, edit.target]]) };
    case "removeEdge":
      return { ...draft, edges: without(draft.edges, edit.source, edit.target) };
    case "addNode":
      return withNode(draft, draft.edges, edit);
    case "removeNode":
      return withoutNode(draft, draft.edges, edit);
  }
}

const without = (edges: readonly Edge[], source: number, target: number): Edge[] =>
  edges.filter(([from, to]) => from !== source || to !== target);

function withNode(
  draft: Draft,
  edges: readonly Edge[],
  edit: Extract<GraphEdit, { type: "addNode" }>,
): Draft {
  const { place, node, source, target, onEdge } = edit;
  const added = indexOfPlace(draft.units, place);
  const moved = (index: number): number => (index >= added ? index + 1 : index);
  const kept = onEdge ? without(edges, source, target) : edges;
  return {
    ...draft,
    units: draft.units.map((slots, unitIndex) =>
      unitIndex === place.unitIndex ? slots.toSpliced(place.layerIndex, 0, node) : slots,
    ),
    edges: sortedEdges([
      ...kept.map(([from, to]): Edge => [moved(from), moved(to)]),
      [moved(source), added],
      [added, moved(target)],
    ]),
  };
}

function withoutNode(
  draft: Draft,
  edges: readonly Edge[],
  { place, join }: Extract<GraphEdit, { type: "removeNode" }>,
): Draft {
  const gone = indexOfPlace(draft.units, place);
  const before = edges.flatMap(([source, target]) => (target === gone ? [source] : []));
  const after = edges.flatMap(([source, target]) => (source === gone ? [target] : []));
  const bridges = join ? before.flatMap((source) => after.map((target): Edge => [source, target])) : [];
  const moved = (index: number): number => (index > gone ? index - 1 : index);
  return {
    ...draft,
    units: draft.units.map((slots, unitIndex) =>
      unitIndex === place.unitIndex ? slots.toSpliced(place.layerIndex, 1) : slots,
    ),
    edges: sortedEdges(
      [...edges, ...bridges]
        .filter((edge) => !edge.includes(gone))
        .map(([from, to]): Edge => [moved(from), moved(to)]),
    ),
  };
}
