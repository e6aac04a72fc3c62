"use client";

import { ChoiceTabs } from "@/components/explore/ChoiceTabs";
import { chosenLength, type Slot } from "@/lib/builder/draft";
import { lengthChoices } from "@/lib/builder/modules";
import { layerName, maxLength, type UnitSpace } from "@/lib/core/searchSpace";
import { isLocked } from "@/lib/builder/locks";
import { useBuild } from "./build";
import { namedUnits } from "./judge/useConstraints";
import { usePut } from "./usePut";
import { SlotButton, type SlotUse } from "./SlotButton";

/** The slots of one unit in layer order, and how many of them it has. */
export function UnitSlots({ unit, unitIndex }: { unit: UnitSpace; unitIndex: number }) {
  const { state, issues, broken, locks, place, selectPlace, paint } = useBuild();
  const { putNode, move } = usePut();
  const slots = state.draft.units[unitIndex] ?? [];
  const places = Array.from(
    { length: Math.max(maxLength(unit), slots.length) },
    (_, index) => slots[index] ?? null,
  );
  const lengths = lengthChoices(unit, state.draft, unitIndex).filter(({ reason }) => reason === null);
  const problems = issues.filter((issue) => issue.unitIndex === unitIndex);
  const open = (layerIndex: number) => state.edit({ type: "clearNode", unitIndex, layerIndex });
  return (
    <div role="group" aria-label={unit.name} className="grid min-w-0 gap-1.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="font-semibold">{unit.name}</h3>
        {lengths.length > 1 && (
          <ChoiceTabs
            legend="Layers"
            choices={lengths.map(({ length }) => ({ value: length, label: String(length) }))}
            value={slots.length}
            onChange={(length) => state.edit({ type: "setLength", unitIndex, length })}
          />
        )}
      </div>
      <div className="flex flex-wrap gap-1.5">
        {places.map((slot, layerIndex) => (
          <SlotButton
            key={layerIndex}
            name={`${unit.name}, ${layerName(unit, layerIndex)}`}
            caption={unit.layerNames?.[layerIndex] ?? String(layerIndex + 1)}
            use={slotUse(unit, slots, layerIndex)}
            paint={slot === null ? null : paint(slot)}
            selected={place.unitIndex === unitIndex && place.layerIndex === layerIndex}
            onSelect={() => selectPlace({ unitIndex, layerIndex })}
            onOpen={() => open(layerIndex)}
            locked={isLocked(locks.locks, { unitIndex, layerIndex })}
            onLock={() => locks.toggle({ unitIndex, layerIndex })}
            place={{ unitIndex, layerIndex }}
            onDropNode={(node) => putNode({ unitIndex, layerIndex }, node)}
            onDropPlace={(from) => move(from, { unitIndex, layerIndex })}
            onStep={(by) => move({ unitIndex, layerIndex }, { unitIndex, layerIndex: layerIndex + by })}
          />
        ))}
      </div>
      <p className="min-h-5 text-xs text-muted">{problems.map(({ message }) => message).join("; ")}</p>
      {broken
        .filter((text) => namedUnits(text).includes(unitIndex))
        .map((text) => (
          <p key={text} className="text-xs text-bad">
            Breaks {text}
          </p>
        ))}
    </div>
  );
}

/** A layer beyond the chosen number is not used; one beyond the fewest may or may not be. */
function slotUse(unit: UnitSpace, slots: readonly Slot[], layerIndex: number): SlotUse {
  if (slots[layerIndex]) return "filled";
  if (layerIndex < slots.length) return "open";
  if (chosenLength(unit, slots) !== null) return "not used";
  return layerIndex < (unit.lengths.find((length) => length >= slots.length) ?? 0) ? "open" : "optional";
}
