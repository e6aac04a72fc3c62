/** Where places go when a node comes or goes: locks and the selection follow their nodes. */
import type { NodePlace } from "../../core/architecture";
import type { Edit } from "../edits";

/** A node that came (1) or went (-1): the places behind it in its unit move along. */
export type NodeMove = { readonly place: NodePlace; readonly by: 1 | -1 };

/** What the edit does to the places; null where all of them stay. */
export function nodeMove(edit: Edit): NodeMove | null {
  if (edit.type === "addNode") return { place: edit.place, by: 1 };
  return edit.type === "removeNode" ? { place: edit.place, by: -1 } : null;
}

/** What undoing it does to them. */
export const undoneMove = ({ place, by }: NodeMove): NodeMove => ({ place, by: by === 1 ? -1 : 1 });

/** Where a place is after the move; null for that of a node that went. */
export function movedPlace(place: NodePlace, move: NodeMove): NodePlace | null {
  const { unitIndex, layerIndex } = place;
  if (unitIndex !== move.place.unitIndex || layerIndex < move.place.layerIndex) return place;
  if (move.by === -1 && layerIndex === move.place.layerIndex) return null;
  return { unitIndex, layerIndex: layerIndex + move.by };
}
