import type { Architecture } from "../core/architecture";
import type { Module } from "../core/module";
import { operationKey } from "../core/searchSpace";

/** What is selected anywhere; every figure outlines what belongs to it. */
export type Selection = {
  /** Key of an operation (see operationKey). */
  readonly operation: string | null;
  readonly module: Module | null;
  readonly architecture: Pick<Architecture, "units"> | null;
};

/**
 * Whether a module belongs to what is selected: it has the operation, its nodes are all in the selected module or in
 * the selected architecture, each in its own place. The selected module itself is not meant, which figures mark otherwise.
 */
export function isLinked({ operation, module, architecture }: Selection, shown: Module): boolean {
  if (operation !== null && shown.nodes.some((node) => operationKey(node) === operation)) return true;
  if (module !== null && isPartOf(shown, module)) return true;
  const unit = architecture?.units[shown.unitIndex];
  return unit !== undefined && shown.layers.every((layer, index) => isSame(unit[layer], shown.nodes[index]));
}

/** Whether every node of a smaller module stands in the same place of the larger. */
export function isPartOf(part: Module, whole: Module): boolean {
  if (part.unitIndex !== whole.unitIndex || part.layers.length >= whole.layers.length) return false;
  return part.layers.every((layer, index) => {
    const at = whole.layers.indexOf(layer);
    return at >= 0 && isSame(whole.nodes[at], part.nodes[index]);
  });
}

const isSame = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean =>
  a !== undefined && b !== undefined && operationKey(a) === operationKey(b);
