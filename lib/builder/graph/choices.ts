/** What can be done to a draft's graph at one of its nodes or edges: every edit, or why it cannot be. */
import type { Edge, NodePlace } from "../../core/architecture";
import type { SearchSpace } from "../../core/searchSpace";
import type { Draft } from "../draft";
import { applyEdit, type Edit } from "../edits";
import { isLocked, type Locks } from "../locks";
import { additionIssue, edgeIssue, removalIssue } from "./legality";
import type { GraphRules } from "./rules";
import { hasEdge, indexOfPlace, numSlots, placeOfIndex } from "./shape";

export type GraphChoice = {
  /** Unique among the choices of a node. */
  readonly key: string;
  /** `Connect 2 → 4`: nodes by their numbers from 1. */
  readonly label: string;
  readonly edit: Edit;
  /** Why it cannot be done; null where it can. */
  readonly reason: string | null;
  /** The draft after it; null where it cannot be done. */
  readonly after: Draft | null;
};

export type GraphChoices = {
  /** Edges from and to the node: those it has can go, all others can come. */
  readonly edges: readonly GraphChoice[];
  /** New nodes on and beside the edges that leave the node, and the node itself taken out. */
  readonly nodes: readonly GraphChoice[];
};

const NONE: GraphChoices = { edges: [], nodes: [] };

/** Both lists for the node in this place; empty where there is no graph or no such node. */
export function graphChoices(
  space: SearchSpace,
  rules: GraphRules,
  draft: Draft,
  locks: Locks,
  place: NodePlace,
): GraphChoices {
  const { edges } = draft;
  if (edges === undefined || draft.units[place.unitIndex]?.[place.layerIndex] === undefined) return NONE;
  const own = indexOfPlace(draft.units, place);
  const leaving = edges.filter(([source]) => source === own);
  const graph: Graph = { space, rules, draft, edges };
  return {
    edges: pairsWith(rules, own, numSlots(draft)).map((edge) => connection(graph, edge)),
    nodes: [
      ...leaving.flatMap((edge) => addition(graph, edge, true)),
      ...leaving.flatMap((edge) => addition(graph, edge, false)),
      removal(graph, place, isLocked(locks, place), true),
      removal(graph, place, isLocked(locks, place), false),
    ],
  };
}

/** What can be done at an edge: it goes, or a node comes on or beside it. */
export function edgeChoices(
  space: SearchSpace,
  rules: GraphRules,
  draft: Draft,
  edge: Edge,
): readonly GraphChoice[] {
  const { edges } = draft;
  if (edges === undefined || !hasEdge(edges, edge)) return [];
  const graph: Graph = { space, rules, draft, edges };
  return [connection(graph, edge), ...addition(graph, edge, true), ...addition(graph, edge, false)];
}

type Graph = {
  readonly space: SearchSpace;
  readonly rules: GraphRules;
  readonly draft: Draft;
  readonly edges: readonly Edge[];
};

const choice = (
  { space, draft }: Graph,
  key: string,
  label: string,
  edit: Edit,
  reason: string | null,
): GraphChoice => ({
  key,
  label,
  edit,
  reason,
  after: reason === null ? applyEdit(space, draft, edit) : null,
});

/** The edge goes where it is there, else it comes. */
function connection(graph: Graph, edge: Edge): GraphChoice {
  const [source, target] = edge;
  if (hasEdge(graph.edges, edge))
    return choice(
      graph,
      `-${source}.${target}`,
      `Disconnect ${arrow(edge)}`,
      { type: "removeEdge", source, target },
      null,
    );
  const reason = edgeIssue(graph.rules, graph.draft, edge);
  return choice(
    graph,
    `+${source}.${target}`,
    `Connect ${arrow(edge)}`,
    { type: "addEdge", source, target },
    reason,
  );
}

/** A node on the edge or beside it, open at first. */
function addition(graph: Graph, edge: Edge, onEdge: boolean): GraphChoice[] {
  const { space, rules, draft } = graph;
  const [source, target] = edge;
  const place = placeOfIndex(draft.units, target);
  if (place === null) return [];
  const where = onEdge ? "on" : "beside";
  const edit: Edit = { type: "addNode", place, node: null, source, target, onEdge };
  const reason = additionIssue(space, rules, draft, place.unitIndex, onEdge ? 1 : 2);
  // A node beside an edge gives its target a second input.
  const second = rules.singleInput && !onEdge ? "no measured node has two inputs" : null;
  return [
    choice(
      graph,
      `${where} ${source}.${target}`,
      `Add a node ${where} ${arrow(edge)}`,
      edit,
      reason ?? second,
    ),
  ];
}

function removal(graph: Graph, place: NodePlace, locked: boolean, join: boolean): GraphChoice {
  const { space, rules, draft } = graph;
  const index = indexOfPlace(draft.units, place);
  const edit: Edit = { type: "removeNode", place, join };
  const reason = removalIssue(space, rules, draft, index, locked);
  const tooMany = reason === null && (applyEdit(space, draft, edit).edges?.length ?? 0) > rules.maxEdges;
  return choice(
    graph,
    join ? "join" : "cut",
    `Remove node ${index + 1}${join ? ", joining its neighbours" : " with its edges"}`,
    edit,
    tooMany ? `it would leave more than ${rules.maxEdges} edges` : reason,
  );
}

const arrow = ([source, target]: Edge): string => `${source + 1} → ${target + 1}`;

/** Edges of a node with every other, those to it first; only forward ones where the space knows no others. */
function pairsWith({ forward }: GraphRules, own: number, count: number): Edge[] {
  const others = Array.from({ length: count }, (_, node) => node).filter((node) => node !== own);
  const into = others.map((node): Edge => [node, own]);
  const from = others.map((node): Edge => [own, node]);
  return [...into, ...from].filter(([source, target]) => !forward || source < target);
}
