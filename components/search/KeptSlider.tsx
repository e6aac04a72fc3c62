"use client";

import { useId } from "react";

type KeptSliderProps = {
  name: string;
  /** The slider's right end. */
  most: number;
  /** How many modules there are to choose from; absent for all units together. */
  of?: number;
  /** Null where units keep different numbers. */
  count: number | null;
  onChange: (count: number) => void;
};

/** A number of modules as a slider and as a number to type. */
export function KeptSlider({ name, most, of, count, onChange }: KeptSliderProps) {
  const id = useId();
  const set = (text: string) => {
    const wanted = Number(text);
    if (Number.isInteger(wanted) && wanted >= 1) onChange(Math.min(most, wanted));
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2">
      <label htmlFor={id} className="col-span-2 flex justify-between gap-2">
        <span className="font-medium">{name}</span>
        {of !== undefined && <span className="text-muted">of {of.toLocaleString("en")}</span>}
      </label>
      <input
        id={id}
        type="range"
        min={1}
        max={most}
        value={count ?? 1}
        disabled={most === 1}
        aria-valuetext={count === null ? "different numbers" : `${count} kept`}
        className="min-w-0 accent-(--accent)"
        onChange={(event) => set(event.target.value)}
      />
      <input
        type="number"
        min={1}
        max={most}
        value={count ?? ""}
        aria-label={`Modules kept of ${name}`}
        className="w-16 rounded border border-line bg-surface px-1 py-0.5 tabular-nums"
        onChange={(event) => set(event.target.value)}
      />
    </div>
  );
}
