/** What is dragged within the page: an operation, or a place of the draft. Files and texts from outside are neither. */
import type { Node, NodePlace } from "@/lib/core/architecture";

const NODE = "application/x-archwright-node";
const PLACE = "application/x-archwright-place";

export const dragNode = (data: DataTransfer, node: Node): void => {
  data.setData(NODE, JSON.stringify(node));
  data.effectAllowed = "copy";
};

export const dragPlace = (data: DataTransfer, { unitIndex, layerIndex }: NodePlace): void => {
  data.setData(PLACE, JSON.stringify([unitIndex, layerIndex]));
  data.effectAllowed = "move";
};

/** While it hovers only its kind is known. */
export const isDragged = (data: DataTransfer): boolean =>
  data.types.includes(NODE) || data.types.includes(PLACE);

export const droppedNode = (data: DataTransfer): Node | null => numbers(data.getData(NODE));

export function droppedPlace(data: DataTransfer): NodePlace | null {
  const [unitIndex, layerIndex] = numbers(data.getData(PLACE)) ?? [];
  return unitIndex === undefined || layerIndex === undefined ? null : { unitIndex, layerIndex };
}

function numbers(text: string): number[] | null {
  if (text === "") return null;
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) && value.every((one) => typeof one === "number") ? value : null;
}
