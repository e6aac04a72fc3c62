/** What can be done to a draft's graph from one of its nodes: every edit, or why it cannot be. */
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
  const choice = (key: string, label: string, edit: Edit, reason: string | null): GraphChoice => ({
    key,
    label,
    edit,
    reason,
    after: reason === null ? applyEdit(space, draft, edit) : null,
  });
  const edgeChoice = ([source, target]: Edge): GraphChoice =>
    hasEdge(edges, [source, target])
      ? choice(
          `-${source}.${target}`,
          `Disconnect ${arrow(source, target)}`,
          { type: "removeEdge", source, target },
          null,
        )
      : choice(
          `+${source}.${target}`,
          `Connect ${arrow(source, target)}`,
          { type: "addEdge", source, target },
          edgeIssue(rules, draft, [source, target]),
        );
  const leaving = edges.filter(([source]) => source === own);
  const addition = ([source, target]: Edge, onEdge: boolean): GraphChoice[] => {
    const at = placeOfIndex(draft.units, target);
    if (at === null) return [];
    const edit: Edit = { type: "addNode", place: at, node: null, source, target, onEdge };
    const label = `Add a node ${onEdge ? "on" : "beside"} ${arrow(source, target)}`;
    const reason = additionIssue(space, rules, draft, at.unitIndex, onEdge ? 1 : 2);
    return [
      choice(
        `${onEdge ? "on" : "beside"} ${source}.${target}`,
        label,
        edit,
        reason ?? besideIssue(rules, onEdge),
      ),
    ];
  };
  const removal = (join: boolean): GraphChoice => {
    const edit: Edit = { type: "removeNode", place, join };
    const reason = removalIssue(space, rules, draft, own, isLocked(locks, place));
    const tooMany = reason === null && (applyEdit(space, draft, edit).edges?.length ?? 0) > rules.maxEdges;
    return choice(
      join ? "join" : "cut",
      join ? `Remove node ${own + 1}, joining its neighbours` : `Remove node ${own + 1} with its edges`,
      edit,
      tooMany ? `it would leave more than ${rules.maxEdges} edges` : reason,
    );
  };
  return {
    edges: pairsWith(rules, own, numSlots(draft)).map(edgeChoice),
    nodes: [
      ...leaving.flatMap((edge) => addition(edge, true)),
      ...leaving.flatMap((edge) => addition(edge, false)),
      removal(true),
      removal(false),
    ],
  };
}

const arrow = (source: number, target: number): string => `${source + 1} → ${target + 1}`;

/** A node beside an edge gives its target a second input. */
const besideIssue = ({ singleInput }: GraphRules, onEdge: boolean): string | null =>
  singleInput && !onEdge ? "no measured node has two inputs" : null;

/** Edges of a node with every other, those to it first; only forward ones where the space knows no others. */
function pairsWith({ forward }: GraphRules, own: number, count: number): Edge[] {
  const others = Array.from({ length: count }, (_, node) => node).filter((node) => node !== own);
  const into = others.map((node): Edge => [node, own]);
  const from = others.map((node): Edge => [own, node]);
  return [...into, ...from].filter(([source, target]) => !forward || source < target);
}
