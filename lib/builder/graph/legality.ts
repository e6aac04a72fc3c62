/** What is legal in a draft's graph, and in words why something is not. */
import type { Edge, Node } from "../../core/architecture";
import { maxLength, operationLabel, type SearchSpace } from "../../core/searchSpace";
import type { Draft } from "../draft";
import { deadNodes, endIssue, type GraphRules } from "./rules";
import { hasEdge, numSlots, placeOfIndex, reachedFrom, sinkNodes, sourceNodes } from "./shape";

/** Nodes by their numbers from 1, as the drawing has them: `node 3`, `nodes 3 and 5`. */
export function nodeNames(indexes: readonly number[]): string {
  const numbers = indexes.map((index) => String(index + 1));
  const last = numbers.at(-1) ?? "";
  return numbers.length < 2 ? `node ${last}` : `nodes ${numbers.slice(0, -1).join(", ")} and ${last}`;
}

/** Why the edge cannot be in any graph with the draft's nodes and other edges; null where it can. */
export function edgeIssue(rules: GraphRules, draft: Draft, [source, target]: Edge): string | null {
  const edges = draft.edges ?? [];
  const count = numSlots(draft);
  const isNode = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < count;
  if (!isNode(source) || !isNode(target)) return "there is no such node";
  if (source === target) return "a node cannot read itself";
  if (hasEdge(edges, [source, target])) return "it is there already";
  if (rules.input !== null && target === 0) return "nothing goes into the input";
  if (rules.output !== null && source === count - 1) return "nothing follows the output";
  if (rules.forward && source > target)
    return `edges of this space run forward, and node ${source + 1} stands after node ${target + 1}`;
  if (rules.acyclic && reachedFrom([target], edges).has(source)) return "it would close a cycle";
  if (rules.singleInput && edges.some(([, to]) => to === target))
    return `node ${target + 1} has an input, and no measured node has two`;
  return edges.length >= rules.maxEdges ? mostEdges(rules) : null;
}

export const mostEdges = ({ maxEdges }: Pick<GraphRules, "maxEdges">): string =>
  `a graph has at most ${maxEdges} edge${maxEdges === 1 ? "" : "s"}`;

/** Why the node in this place cannot go; null where it can. @param isLocked whether optimising leaves it as it is */
export function removalIssue(
  space: SearchSpace,
  rules: GraphRules,
  draft: Draft,
  index: number,
  isLocked: boolean,
): string | null {
  if (isLocked) return "it is locked";
  if (rules.input !== null && index === 0) return "every graph begins with its input";
  if (rules.output !== null && index === numSlots(draft) - 1) return "every graph ends with its output";
  const place = placeOfIndex(draft.units, index);
  const unit = place === null ? undefined : space.units[place.unitIndex];
  if (place === null || unit === undefined) return "there is no such node";
  const least = unit.lengths[0] ?? 0;
  return (draft.units[place.unitIndex]?.length ?? 0) <= least
    ? `${unit.name} has at least ${least} node${least === 1 ? "" : "s"}`
    : null;
}

/** Why one more node cannot come into the unit; null where it can. @param numEdges that come with it, less what goes */
export function additionIssue(
  space: SearchSpace,
  rules: GraphRules,
  draft: Draft,
  unitIndex: number,
  numEdges: number,
): string | null {
  const unit = space.units[unitIndex];
  if (unit === undefined) return "there is no such unit";
  const most = maxLength(unit);
  if ((draft.units[unitIndex]?.length ?? 0) >= most)
    return `${unit.name} has at most ${most} node${most === 1 ? "" : "s"}`;
  return (draft.edges?.length ?? 0) + numEdges > rules.maxEdges ? mostEdges(rules) : null;
}

/** Why an operation cannot be the node of that index; null where it can, and while there is no graph. */
export const operationIssue = (
  space: Pick<SearchSpace, "nodeFeatures">,
  rules: GraphRules,
  draft: Draft,
  index: number,
  node: Node,
): string | null =>
  draft.edges === undefined
    ? null
    : endIssue(rules, node, index, numSlots(draft), (operation) => operationLabel(space, operation));

/**
 * What no graph of the space has, whatever is added to it or filled in; null where the draft can become one. Every edit
 * that is offered leaves a draft without such a fault.
 */
export function graphFault(space: SearchSpace, rules: GraphRules, draft: Draft): string | null {
  const { edges } = draft;
  if (edges === undefined) return null;
  const added: Edge[] = [];
  for (const edge of edges) {
    const issue = edgeIssue({ ...rules, maxEdges: Infinity }, { ...draft, edges: added }, edge);
    if (issue !== null) return `the edge from node ${edge[0] + 1} to node ${edge[1] + 1}: ${issue}`;
    added.push(edge);
  }
  if (edges.length > rules.maxEdges) return `${mostEdges(rules)}, and this one has ${edges.length}`;
  const misplaced = draft.units.flat().flatMap((slot, index) => {
    const issue = slot === null ? null : operationIssue(space, rules, draft, index, slot);
    return issue === null ? [] : [`node ${index + 1}: ${issue}`];
  });
  return misplaced[0] ?? null;
}

/** What the graph still lacks or must not keep to be one of the space; empty where it is one. */
export function graphIssues(space: SearchSpace, rules: GraphRules, draft: Draft): string[] {
  const { edges } = draft;
  if (edges === undefined) return [];
  const fault = graphFault(space, rules, draft);
  if (fault !== null) return [fault];
  const count = numSlots(draft);
  const alone = (nodes: readonly number[], isOne: boolean, lacks: string): string[] =>
    isOne && nodes.length > 1 ? [`${nodeNames(nodes)} have ${lacks}; only one node may`] : [];
  const dead = new Set(deadNodes(rules, count, edges));
  if (rules.input !== null && rules.output !== null && dead.has(count - 1))
    return ["there is no way from the input to the output"];
  return [
    ...(rules.input === null ? alone(sourceNodes(count, edges), rules.oneSource, "nothing before them") : []),
    ...(rules.output === null ? alone(sinkNodes(count, edges), rules.oneSink, "nothing after them") : []),
    ...(rules.allowsDead || dead.size === 0
      ? []
      : [`${nodeNames([...dead])} ${dead.size === 1 ? "is" : "are"} on no way from beginning to end`]),
  ];
}
