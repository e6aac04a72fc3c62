"use client";

import { useState } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Button } from "@/components/ui/Button";
import { edgeIssue } from "@/lib/builder/graph/legality";
import { movedPlace, nodeMove } from "@/lib/builder/graph/moves";
import type { GraphRules } from "@/lib/builder/graph/rules";
import { hasEdge, indexOfPlace } from "@/lib/builder/graph/shape";
import { startGraph } from "@/lib/builder/graph/start";
import type { Edge, NodePlace } from "@/lib/core/architecture";
import { useBuild } from "../build";
import { GraphCanvas } from "./GraphCanvas";
import { GraphChoiceList } from "./GraphChoiceList";
import { GraphRulesNote } from "./GraphRulesNote";
import { useGraphChoices, type ShownChoice } from "./useGraphChoices";

/** Nodes and edges of the draft, and what can be done at the one that is selected. */
export function GraphEditor({ rules }: { rules: GraphRules }) {
  const { space } = useExploration().dataset;
  const { state } = useBuild();
  const { edges } = state.draft;
  if (edges === undefined)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-muted">
          There is no graph yet: start from the best measured, or with the smallest.
        </p>
        <Button onClick={() => state.edit({ type: "load", draft: startGraph(space, rules) })}>
          Start with the smallest graph
        </Button>
      </div>
    );
  return <OpenGraph rules={rules} edges={edges} />;
}

function OpenGraph({ rules, edges }: { rules: GraphRules; edges: readonly Edge[] }) {
  const { state, place, selectPlace } = useBuild();
  const { draft } = state;
  const [chosenEdge, setChosenEdge] = useState<Edge | null>(null);
  const [isConnecting, setConnecting] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  // An edge that was undone is no longer there to be changed.
  const edge = chosenEdge !== null && hasEdge(edges, chosenEdge) ? chosenEdge : null;
  const choices = useGraphChoices(rules, edge);
  const own = indexOfPlace(draft.units, place);
  const where = edge === null ? `node ${own + 1}` : `edge ${edge[0] + 1} → ${edge[1] + 1}`;

  const connect = (to: NodePlace) => {
    const other = indexOfPlace(draft.units, to);
    const wanted: Edge = rules.forward && other < own ? [other, own] : [own, other];
    const [source, target] = wanted;
    const reason = hasEdge(edges, wanted) ? null : edgeIssue(rules, draft, wanted);
    setTold(reason === null ? null : `${source + 1} → ${target + 1} cannot be: ${reason}.`);
    if (reason === null)
      state.edit({ type: hasEdge(edges, wanted) ? "removeEdge" : "addEdge", source, target });
    setConnecting(false);
  };
  const onNode = (to: NodePlace) => {
    if (isConnecting) return connect(to);
    setChosenEdge(null);
    setTold(null);
    selectPlace(to);
  };
  const choose = ({ edit }: ShownChoice) => {
    setTold(null);
    state.edit(edit);
    const move = nodeMove(edit);
    if (edit.type === "addNode") {
      setChosenEdge(null);
      selectPlace(edit.place);
    } else if (move !== null) {
      const next = movedPlace(place, move) ?? { ...place, layerIndex: Math.max(0, place.layerIndex - 1) };
      selectPlace(next);
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && isConnecting) setConnecting(false);
    else if (event.key.toLowerCase() === "c" && edge === null) setConnecting(!isConnecting);
  };
  return (
    <div className="grid min-w-0 gap-3" onKeyDown={onKeyDown}>
      <GraphRulesNote rules={rules} />
      <GraphCanvas
        rules={rules}
        edges={edges}
        selectedEdge={edge}
        onEdge={(chosen) => {
          setChosenEdge(chosen);
          setConnecting(false);
        }}
        onNode={onNode}
        isConnecting={isConnecting}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">Connections at {where}</h3>
        {edge === null && (
          <Button
            className="text-xs"
            aria-pressed={isConnecting}
            aria-keyshortcuts="C"
            title="C; then choose the other node"
            onClick={() => setConnecting(!isConnecting)}
          >
            {isConnecting ? "Stop connecting" : `Connect node ${own + 1} with …`}
          </Button>
        )}
        {edge !== null && (
          <Button look="quiet" className="text-xs" onClick={() => setChosenEdge(null)}>
            Back to node {own + 1}
          </Button>
        )}
        <p role="status" className="text-warn">
          {told ?? choices.failure}
        </p>
      </div>
      <GraphChoiceList title="Edges" choices={choices.edges} pending={choices.pending} onChoose={choose} />
      <GraphChoiceList title="Nodes" choices={choices.nodes} pending={choices.pending} onChoose={choose} />
    </div>
  );
}
