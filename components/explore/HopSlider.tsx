"use client";

import { useId } from "react";

type HopSliderProps = { hop: number; lastHop: number; onChange: (hop: number) => void };

/** How far messages have travelled in what is shown. */
export function HopSlider({ hop, lastHop, onChange }: HopSliderProps) {
  const id = useId();
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
      <label htmlFor={id} className="text-muted">
        Hop
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={lastHop}
        step={1}
        value={hop}
        disabled={lastHop === 0}
        aria-valuetext={`hop ${hop} of ${lastHop}`}
        className="w-48 accent-accent"
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output htmlFor={id} className="font-semibold">
        {hop} of {lastHop}
      </output>
      <span className="text-xs text-muted">{hopMeaning(hop)}</span>
    </div>
  );
}

function hopMeaning(hop: number): string {
  if (hop === 0) return "each node alone, before any message passes";
  return `each node with what reaches it over ${hop === 1 ? "1 edge" : `up to ${hop} edges`}`;
}
