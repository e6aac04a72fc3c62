"use client";

import { useExploration } from "@/components/explore/exploration";
import { Panel } from "@/components/ui/Panel";
import { Alternatives } from "./Alternatives";
import { useBuild } from "./build";
import { BuildToolbar } from "./BuildToolbar";
import { GlobalChoice } from "./GlobalChoice";
import { OptimiseButton } from "./OptimiseButton";
import { UnitSlots } from "./UnitSlots";

/** The architecture as slots, unit by unit, and what could stand in the selected one. */
export function SlotsPanel() {
  const { space } = useExploration().dataset;
  const { state } = useBuild();
  return (
    <Panel
      title="Architecture"
      lead="Choose a slot, then fill it from the alternatives under it, from the heatmap, or with a whole sequence; or drag an alternative into any slot. L locks a slot, Alt with an arrow moves what is in it."
      actions={<BuildToolbar />}
    >
      <OptimiseButton />
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        {space.units.map((unit, unitIndex) => (
          <UnitSlots key={unit.name} unit={unit} unitIndex={unitIndex} />
        ))}
      </div>
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
