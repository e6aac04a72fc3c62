"use client";

import { useId, useState } from "react";
import { featureNumber } from "./words";

type RangeEditorProps = {
  of: string;
  /** [smallest, largest] */
  values: readonly number[];
  onChange: (range: [smallest: number, largest: number]) => void;
};

/** The ends of a range as two numbers; half-typed ones change nothing. */
export function RangeEditor({ of, values, onChange }: RangeEditorProps) {
  const id = useId();
  const [texts, setTexts] = useState(() => values.map(String));
  const change = (index: number, text: string) => {
    const next = texts.with(index, text);
    setTexts(next);
    const [low, high] = next.map(featureNumber);
    if (typeof low === "number" && typeof high === "number" && low <= high) onChange([low, high]);
  };
  const [low, high] = texts.map(featureNumber);
  const isWrong = typeof low !== "number" || typeof high !== "number" || low > high;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {(["Smallest", "Largest"] as const).map((end, index) => (
        <label key={end} className="flex items-center gap-1">
          <span className="text-muted">{end}</span>
          <input
            aria-label={`${end} ${of}`}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? id : undefined}
            inputMode="decimal"
            value={texts[index] ?? ""}
            onChange={(event) => change(index, event.target.value)}
            className="w-24 rounded border border-line-strong bg-surface px-1.5 leading-6"
          />
        </label>
      ))}
      {isWrong && (
        <span id={id} className="text-bad">
          needs two numbers, the smaller one first
        </span>
      )}
    </div>
  );
}
