"use client";

import { useId } from "react";
import type { NodeMeasure } from "@/lib/core/predictorKinds";

type HopSliderProps = {
  hop: number;
  lastHop: number;
  measure: NodeMeasure;
  /** Whether the space has sequences of layers, which scores look back along, instead of edges. */
  isSequential: boolean;
  onChange: (hop: number) => void;
};

/** How much of the architecture before a node is part of what is shown of it. */
export function HopSlider({ hop, lastHop, measure, isSequential, onChange }: HopSliderProps) {
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
      <span className="text-xs text-muted">{hopMeaning(hop, measure, isSequential)}</span>
    </div>
  );
}

function hopMeaning(hop: number, measure: NodeMeasure, isSequential: boolean): string {
  // Scores need not come from a network that passes messages.
  if (hop === 0)
    return measure === "score" ? "each node alone" : "each node alone, before any message passes";
  // A norm takes up messages from anywhere; a score is that of a module, which ends where its unit begins.
  if (measure === "score" && isSequential)
    return `each node with ${hop === 1 ? "the layer" : `up to ${hop} layers`} before it in its unit`;
  return `each node with what reaches it over ${hop === 1 ? "1 edge" : `up to ${hop} edges`}`;
}
