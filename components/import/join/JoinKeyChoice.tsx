"use client";

import { useId } from "react";
import type { JoinKey } from "@/lib/api/contracts";

const KEYS: readonly { readonly key: JoinKey; readonly name: string; readonly meaning: string }[] = [
  { key: "architecture", name: "the architecture", meaning: "the file says how each row is built" },
  { key: "id", name: "the id", meaning: "both files name the same rows alike" },
];

type JoinKeyChoiceProps = { by: JoinKey; onChange: (by: JoinKey) => void };

/** By what the rows of two files find each other. */
export function JoinKeyChoice({ by, onChange }: JoinKeyChoiceProps) {
  const name = useId();
  return (
    <fieldset className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <legend className="float-left mr-4 font-medium">Rows are the same by</legend>
      {KEYS.map((option) => (
        <label key={option.key} className="flex items-baseline gap-2">
          <input
            type="radio"
            name={name}
            checked={by === option.key}
            onChange={() => onChange(option.key)}
            className="accent-(--accent)"
          />
          <span>
            {option.name} <span className="text-muted">({option.meaning})</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
