import { nodeValue } from "../../formats/notationDetails";
import type { Node } from "../../architecture";
import type { SearchSpace } from "../../searchSpace";
import { parseComposition } from "../composition";
import type { OperationBook } from "../operations";
import { record, text, type Read } from "./fields";

/** Text that is a composition, or "" where none is needed. */
export const composition: Read<string> = (value, field, faults) => {
  const written = text(value, field, faults);
  if (written === null || written === "") return written;
  const outcome = parseComposition(written);
  if (outcome.ok) return written;
  faults.push({ field, message: outcome.message });
  return null;
};

/** What templates of cells say of operations: definitions that come before those we know. */
export type OperationFields = { readonly operations: OperationBook };

export const operationFields = { operations: record(composition) } as const;

/** Name of a node's operation: its feature `op`, else its first feature. */
export function operationName(space: SearchSpace, node: Node): string {
  const value =
    nodeValue(space, node, "op") ??
    space.nodeFeatures[0]?.values[node[0] ?? -1] ??
    "an operation without a name";
  return String(value);
}
