"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";

type Range = { readonly low: number; readonly high: number };

type RangeInputsProps = {
  label: string;
  range: Range | undefined;
  onRange: (range: Range | null) => void;
};

const textOf = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? "" : String(value);

/** The two ends of a range as numbers, for the keyboard and for exact values; an empty end is open. */
export function RangeInputs({ label, range, onRange }: RangeInputsProps) {
  const [low, setLow] = useState(textOf(range?.low));
  const [high, setHigh] = useState(textOf(range?.high));
  const ends = { low: low === "" ? -Infinity : Number(low), high: high === "" ? Infinity : Number(high) };
  const isWrong = ends.low > ends.high;

  const apply = () => {
    const isSame = ends.low === (range?.low ?? -Infinity) && ends.high === (range?.high ?? Infinity);
    if (isSame || isWrong) return;
    onRange(low === "" && high === "" ? null : ends);
  };
  return (
    <form
      className="mt-1 flex flex-wrap items-center gap-2 text-xs"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <End label={`Smallest ${label}`} hint="from" value={low} onChange={setLow} onLeave={apply} />
      <End label={`Largest ${label}`} hint="to" value={high} onChange={setHigh} onLeave={apply} />
      {range && (
        <Button look="quiet" aria-label={`Show every ${label}`} onClick={() => onRange(null)}>
          All
        </Button>
      )}
      {/* Enter applies a range; the form needs a button for it. */}
      <button type="submit" className="sr-only" tabIndex={-1}>
        Apply
      </button>
      {isWrong && <span className="text-bad">The first end is above the second.</span>}
    </form>
  );
}

type EndProps = {
  label: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
  onLeave: () => void;
};

function End({ label, hint, value, onChange, onLeave }: EndProps) {
  return (
    <label className="flex items-center gap-1 text-muted">
      {hint}
      <input
        type="number"
        step="any"
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        className="w-24 rounded border border-line-strong bg-surface px-1.5 py-0.5 text-ink"
      />
    </label>
  );
}
