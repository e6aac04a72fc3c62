"use client";

import { useId } from "react";

export type RadioOption<Value extends string> = {
  readonly value: Value;
  readonly name: string;
  readonly meaning: string;
};

type RadioChoicesProps<Value extends string> = {
  options: readonly RadioOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One of a few options, each with what it means; the fieldset and its legend stand around it. */
export function RadioChoices<Value extends string>({ options, value, onChange }: RadioChoicesProps<Value>) {
  const group = useId();
  return options.map((option) => (
    <label key={option.value} className="flex items-baseline gap-2">
      <input
        type="radio"
        name={group}
        checked={value === option.value}
        onChange={() => onChange(option.value)}
        className="accent-(--accent)"
      />
      <span>
        {option.name} <span className="text-muted">({option.meaning})</span>
      </span>
    </label>
  ));
}
