import { useId } from "react";
import type { BackendChoice } from "@/lib/predictor/predictor";
import { RUNS_ON, runsOnOf } from "./runsOn";

/** Which part of this machine trains. */
export function RunsOnInput({
  value,
  disabled,
  onChange,
}: {
  value: BackendChoice;
  disabled: boolean;
  onChange: (value: BackendChoice) => void;
}) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="font-medium">
        Runs on
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-describedby={`${id}-help`}
        onChange={(event) => onChange(runsOnOf(event.target.value))}
        className="w-full rounded border border-line-strong bg-surface px-2 py-1 disabled:opacity-50"
      >
        {RUNS_ON.map(({ choice, label }) => (
          <option key={choice} value={choice}>
            {label}
          </option>
        ))}
      </select>
      <p id={`${id}-help`} className="text-muted">
        Automatic takes the graphics card (WebGL), or WebAssembly where there is none; CPU is the slowest.
      </p>
    </div>
  );
}
