"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { deadNodes, type GraphRules } from "@/lib/builder/graph/rules";
import { isLocked } from "@/lib/builder/locks";
import type { Edge, NodePlace } from "@/lib/core/architecture";
import { layerName } from "@/lib/core/searchSpace";
import { editableGraph } from "@/lib/figures/editableGraph";
import { useBuild } from "../build";
import { SlotButton } from "../SlotButton";
import { usePut } from "../usePut";
import { EdgeButton } from "./EdgeButton";

type GraphCanvasProps = {
  rules: GraphRules;
  edges: readonly Edge[];
  selectedEdge: Edge | null;
  onEdge: (edge: Edge) => void;
  /** A click on a node: selects it, or connects it while connecting. */
  onNode: (place: NodePlace) => void;
  isConnecting: boolean;
};

/** The draft as a graph: nodes are slots, edges can be chosen too. Dead nodes are marked. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { rules, edges, selectedEdge, onEdge, onNode, isConnecting } = props;
  const { space } = useExploration().dataset;
  const { state, locks, place: selected, paint } = useBuild();
  const { putNode, move } = usePut();
  const { units } = state.draft;
  const layout = useMemo(
    () => editableGraph(space, { units: units.map((slots) => slots.map((slot) => slot ?? [])), edges }),
    [space, units, edges],
  );
  const dead = new Set(deadNodes(rules, layout.nodes.length, edges));
  return (
    <div
      role="region"
      aria-label="The draft's graph"
      tabIndex={0}
      className="max-w-full overflow-x-auto rounded border border-line bg-surface"
    >
      <div className="relative" style={{ width: layout.width, height: layout.height }}>
        <svg width={layout.width} height={layout.height} className="absolute inset-0">
          {layout.edges.map(({ edge, path, tip }) => (
            <EdgeButton
              key={edge.join()}
              edge={edge}
              path={path}
              tip={tip}
              selected={selectedEdge?.[0] === edge[0] && selectedEdge[1] === edge[1]}
              onSelect={() => onEdge(edge)}
              onRemove={() => state.edit({ type: "removeEdge", source: edge[0], target: edge[1] })}
            />
          ))}
        </svg>
        {layout.nodes.map(({ nodeIndex, unitIndex, layerIndex, x, y }) => {
          const place = { unitIndex, layerIndex };
          const slot = units[unitIndex]?.[layerIndex] ?? null;
          const isDead = dead.has(nodeIndex);
          const unit = space.units[unitIndex];
          return (
            <div key={nodeIndex} className="absolute" style={{ left: x, top: y }}>
              <SlotButton
                name={`node ${nodeIndex + 1}${unit?.layerNames ? ` (${layerName(unit, layerIndex)})` : ""}`}
                caption={`${nodeIndex + 1}${isDead ? ", dead" : ""}`}
                use={slot === null ? "open" : "filled"}
                paint={slot === null ? null : paint(slot)}
                selected={
                  selectedEdge === null &&
                  selected.unitIndex === unitIndex &&
                  selected.layerIndex === layerIndex
                }
                width={layout.nodeWidth}
                onSelect={() => onNode(place)}
                onOpen={() => state.edit({ type: "clearNode", ...place })}
                locked={isLocked(locks.locks, place)}
                onLock={() => locks.toggle(place)}
                place={place}
                onDropNode={(node) => putNode(place, node)}
                onDropPlace={(from) => move(from, place)}
                onStep={(by) => move(place, { unitIndex, layerIndex: layerIndex + by })}
              />
            </div>
          );
        })}
      </div>
      {isConnecting && (
        <p className="sticky left-0 px-3 pb-2 text-xs text-accent">
          Choose the node to connect with; Escape leaves it.
        </p>
      )}
    </div>
  );
}
