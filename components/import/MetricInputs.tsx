"use client";

import { useId } from "react";
import type { Metric } from "@/lib/core/dataset";
import { goalWords } from "./words";

/** Offered while typing; any other unit can be written. */
const UNITS = [
  "%",
  "fraction",
  "ms",
  "s",
  "min",
  "h",
  "MB",
  "GB",
  "M",
  "MACs",
  "FLOPs",
  "Wh",
  "kWh",
  "J",
  "W",
];

type UnitInputProps = { of: string; value: string | null; onChange: (unit: string | null) => void };

/** A metric's unit; empty where nothing says it. */
export function UnitInput({ of, value, onChange }: UnitInputProps) {
  const id = useId();
  return (
    <>
      <input
        aria-label={`Unit of ${of}`}
        list={id}
        value={value ?? ""}
        maxLength={20}
        placeholder="not said"
        onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
        className="w-28 rounded border border-line-strong bg-surface px-1.5 py-0.5 placeholder:text-muted"
      />
      <datalist id={id}>
        {UNITS.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
    </>
  );
}

const GOALS = [null, "max", "min"] as const;

type GoalSelectProps = { of: string; value: Metric["goal"]; onChange: (goal: Metric["goal"]) => void };

/** Whether more or less of a metric is better. */
export function GoalSelect({ of, value, onChange }: GoalSelectProps) {
  return (
    <select
      aria-label={`Goal of ${of}`}
      value={value ?? ""}
      onChange={(event) => onChange(GOALS.find((goal) => goal === event.target.value) ?? null)}
      className={`rounded border bg-surface px-1 py-0.5 ${value === null ? "border-warn text-warn" : "border-line-strong"}`}
    >
      {GOALS.map((goal) => (
        <option key={goal ?? ""} value={goal ?? ""}>
          {goalWords(goal)}
        </option>
      ))}
    </select>
  );
}
