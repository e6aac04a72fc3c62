import type { Node, NodePlace } from "../../core/architecture";
import { endIssue, type GraphRules } from "./rules";
import { indexOfPlace } from "./shape";

/** Which operations a place of a graph can have by where it stands, with units of these lengths. */
export function endsIn(
  rules: GraphRules | null,
  lengths: readonly number[],
): (place: NodePlace, node: Node) => boolean {
  if (rules === null) return () => true;
  const units = lengths.map((length) => Array<null>(length).fill(null));
  const count = lengths.reduce((sum, length) => sum + length, 0);
  return (place, node) => endIssue(rules, node, indexOfPlace(units, place), count, () => "") === null;
}
