"use client";

import { useExploration } from "@/components/explore/exploration";
import type { ComparedPlace } from "@/lib/builder/comparison";
import type { Slot } from "@/lib/builder/draft";
import { layerName } from "@/lib/core/searchSpace";
import { useBuild } from "./build";

/** Two architectures under each other, place by place; a mark between them where they differ. */
export function ComparedStrips({ places }: { places: readonly (readonly ComparedPlace[])[] }) {
  const { space } = useExploration().dataset;
  return (
    <div
      role="region"
      aria-label="Place by place"
      tabIndex={0}
      className="flex max-w-full gap-4 overflow-x-auto pb-1"
    >
      <RowNames />
      {places.map((unitPlaces, unitIndex) => {
        const unit = space.units[unitIndex];
        return (
          <div key={unitIndex} role="group" aria-label={unit?.name} className="shrink-0">
            <p className="h-5 text-xs text-muted">{unit?.name}</p>
            <ul className="flex gap-0.5">
              {unitPlaces.map(({ first, second, differs }, layerIndex) => (
                <li
                  key={layerIndex}
                  aria-label={unit && `${layerName(unit, layerIndex)} ${differs ? "differs" : "is the same"}`}
                  className="grid min-w-12 text-center text-xs"
                >
                  <Cell slot={first} />
                  <span aria-hidden="true" className="h-5 leading-5 font-bold text-warn">
                    {differs ? "≠" : ""}
                  </span>
                  <Cell slot={second} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function RowNames() {
  const { bestMeasured } = useBuild();
  return (
    <div className="sticky left-0 shrink-0 bg-surface pr-2 text-xs">
      <p className="h-5" />
      <p className="h-7 leading-7">This draft</p>
      <p className="h-5" />
      <p className="h-7 max-w-24 truncate leading-7">{bestMeasured?.id}</p>
    </div>
  );
}

function Cell({ slot }: { slot: Slot }) {
  const { paint } = useBuild();
  if (slot === null)
    return (
      <span className="h-7 rounded-sm border border-dashed border-line-strong leading-7 text-muted">–</span>
    );
  const { fill, ink, label } = paint(slot);
  return (
    <span className="h-7 rounded-sm px-1 leading-7" style={{ background: fill, color: ink }}>
      {label}
    </span>
  );
}
