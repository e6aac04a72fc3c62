"use client";

import { useId } from "react";
import type { ConstraintFault } from "@/lib/core/constraint";

type ConstraintsInputProps = {
  text: string;
  faults: readonly ConstraintFault[];
  /** Targets and counted quantities that may stand in a constraint. */
  names: readonly string[];
  onChange: (text: string) => void;
};

/** Constraints, one a line, with what is wrong under them. */
export function ConstraintsInput({ text, faults, names, onChange }: ConstraintsInputProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        Constraints, one a line
      </label>
      <textarea
        id={id}
        rows={3}
        value={text}
        spellCheck={false}
        aria-invalid={faults.length > 0}
        aria-describedby={`${id}-help ${id}-faults`}
        placeholder={names.includes("params") ? "params < 5e6" : `${names[0] ?? "latency"} < 20`}
        className="w-full rounded border border-line bg-surface px-2 py-1 font-mono aria-invalid:border-bad"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-help`} className="text-xs text-muted">
        Over {names.join(", ") || "predicted targets"} and structure: units[1].length = 2, units[1][2].FEATURE
        = 3, nodes &lt; 12. Units and layers count from 1.
      </p>
      <ul id={`${id}-faults`} aria-live="polite" className="text-bad">
        {faults.map(({ line, position, message }) => (
          <li key={`${line}.${position}`}>
            Line {line}, character {position + 1}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
