import type { RawRow } from "./format";
import type { RawNode } from "./reader";

/** Keys kept, in characters; beyond it rows are so different that sharing gains nothing. */
const MOST_KEY_CHARACTERS = 16_000_000;

/**
 * Lets rows share what they have in common: the units of a hundred thousand architectures are a few thousand
 * different ones, of a few dozen different nodes. Rows that are equal hold the very same objects, which later steps
 * use to do their work once for each.
 */
export function rawInterner(): (raw: RawRow) => RawRow {
  const known = new Map<string, unknown>();
  let numCharacters = 0;
  const shared = <T>(item: T, make: (item: T) => T = (same) => same): T => {
    const key = JSON.stringify(item);
    const found = known.get(key);
    // Equal JSON was made of an equal item, so what is known has its type.
    if (found !== undefined) return found as T;
    const made = make(item);
    if (numCharacters < MOST_KEY_CHARACTERS) {
      known.set(key, made);
      numCharacters += key.length;
    }
    return made;
  };
  const unit = (nodes: readonly RawNode[]) => nodes.map((node) => shared(node));
  // Written out, because an object that is spread into another takes three times the memory.
  return ({ units, globals, edges }) =>
    edges === undefined
      ? { units: units.map((nodes) => shared(nodes, unit)), globals: shared(globals) }
      : { units: units.map((nodes) => shared(nodes, unit)), globals: shared(globals), edges: shared(edges) };
}
