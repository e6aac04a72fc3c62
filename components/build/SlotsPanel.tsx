"use client";

import { useExploration } from "@/components/explore/exploration";
import { Panel } from "@/components/ui/Panel";
import { Alternatives } from "./Alternatives";
import { useBuild } from "./build";
import { BuildToolbar } from "./BuildToolbar";
import { GraphEditor } from "./graph/GraphEditor";
import { GlobalChoice } from "./GlobalChoice";
import { OptimiseButton } from "./OptimiseButton";
import { UnitSlots } from "./UnitSlots";

const SLOTS_LEAD =
  "Choose a slot, then fill it from the alternatives under it, from the heatmap, or with a whole sequence; or drag an alternative into any slot. L locks a slot, Alt with an arrow moves what is in it.";
const GRAPH_LEAD =
  "Choose a node or an edge, then change what it is connected with, or its operation; every legal change says what it does. Delete opens a node and takes an edge away, C connects, L locks, Alt with an arrow moves an operation.";

/** The architecture as slots, unit by unit, and what could stand in the selected one. */
export function SlotsPanel() {
  const { space } = useExploration().dataset;
  const { state, graph } = useBuild();
  return (
    <Panel
      title="Architecture"
      lead={graph.rules === null ? SLOTS_LEAD : GRAPH_LEAD}
      actions={<BuildToolbar />}
    >
      <OptimiseButton />
      {graph.rules === null ? (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
          {space.units.map((unit, unitIndex) => (
            <UnitSlots key={unit.name} unit={unit} unitIndex={unitIndex} />
          ))}
        </div>
      ) : (
        <GraphEditor rules={graph.rules} />
      )}
      {space.globalFeatures.length > 0 && (
        <div className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
          {space.globalFeatures.map((feature, globalIndex) => (
            <GlobalChoice
              key={feature.name}
              feature={feature}
              code={state.draft.globals[globalIndex] ?? null}
              onChange={(code) => state.edit({ type: "setGlobal", globalIndex, code })}
            />
          ))}
        </div>
      )}
      <Alternatives />
    </Panel>
  );
}
