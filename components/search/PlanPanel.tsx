"use client";

import { Button } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { formatCount, formatInteger } from "@/lib/figures/format";
import type { ConstraintFault } from "@/lib/core/constraint";
import { ConstraintsInput } from "./ConstraintsInput";
import type { SearchState } from "./useSearch";
import { METHOD_CHOICES, MOST_BUDGET, type Settings } from "./useSettings";

const METHOD_WORDS: Readonly<Record<(typeof METHOD_CHOICES)[number], string>> = {
  automatic: "automatic",
  exhaustive: "all of the reduced space",
  "best-first": "best sums of scores first",
  random: "random",
  evolution: "evolution (NSGA-II)",
};

type PlanPanelProps = {
  settings: Settings;
  /** Whether there is a reduced space: not where architectures have edges of their own. */
  hasReduced: boolean;
  faults: readonly ConstraintFault[];
  names: readonly string[];
  state: SearchState;
  /** Why a search cannot start now, or null. */
  obstacle: string | null;
  onStart: () => void;
  onCancel: () => void;
};

/** How to search, under which constraints and for how long. */
export function PlanPanel(props: PlanPanelProps) {
  const { settings, hasReduced, faults, names, state, obstacle, onStart, onCancel } = props;
  const running = state.status === "running";
  const methods = METHOD_CHOICES.filter((one) => hasReduced || one === "random" || one === "evolution");
  return (
    <Panel
      title="How is it searched?"
      lead="Every candidate is predicted in this browser; the budget says how many."
    >
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
        <ConstraintsInput
          text={settings.where}
          faults={faults}
          names={names}
          onChange={(where) => void settings.set({ where: where === "" ? null : where })}
        />
        <div className="flex flex-wrap content-start items-end gap-x-5 gap-y-3">
          <label className="grid gap-1">
            Method
            <select
              value={methods.includes(settings.method) ? settings.method : "evolution"}
              className="rounded border border-line bg-surface px-2 py-1"
              onChange={(event) =>
                void settings.set({ method: methods.find((one) => one === event.target.value) ?? null })
              }
            >
              {methods.map((one) => (
                <option key={one} value={one}>
                  {METHOD_WORDS[one]}
                </option>
              ))}
            </select>
          </label>
          <NumberInput
            label="Budget, predictions"
            value={settings.budget}
            most={MOST_BUDGET}
            onChange={(budget) => void settings.set({ budget })}
          />
          <NumberInput
            label="Seed"
            value={settings.seed}
            most={2 ** 31 - 1}
            onChange={(seed) => void settings.set({ seed })}
          />
          <Tick
            label="Judge by the cautious end of the interval"
            checked={settings.cautious}
            onChange={(cautious) => void settings.set({ cautious })}
          />
          {hasReduced && (
            <Tick
              label="Search the whole space too, with the same budget"
              checked={settings.compare}
              onChange={(compare) => void settings.set({ compare })}
            />
          )}
        </div>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button look="primary" disabled={running || obstacle !== null} onClick={onStart}>
          Search
        </Button>
        <Button disabled={!running} onClick={onCancel}>
          Cancel
        </Button>
        {obstacle !== null && !running && <p className="text-muted">{obstacle}</p>}
        {state.status === "cancelled" && <p role="status">Cancelled; nothing was kept of it.</p>}
      </div>
      {running && <Progress state={state} />}
      {state.status === "failed" && (
        <div className="mt-3">
          <Note tone="bad" title="The search did not end well">
            {state.message} Change what it names, or search again.
          </Note>
        </div>
      )}
    </Panel>
  );
}

function Progress({ state: { region, progress } }: { state: Extract<SearchState, { status: "running" }> }) {
  const words =
    progress === null
      ? `Searching the ${region}`
      : `${formatInteger(progress.numPredicted)} of ${formatCount(progress.total, "architecture")} of the ${region} predicted, ` +
        `${formatInteger(progress.numKeeping)} keep the constraints`;
  return (
    <div className="mt-3 grid gap-1">
      <p className="text-muted tabular-nums">{words}</p>
      <ProgressBar
        label={`Searching the ${region}`}
        fraction={progress && progress.total > 0 ? progress.numPredicted / progress.total : null}
      />
    </div>
  );
}

type NumberInputProps = { label: string; value: number; most: number; onChange: (value: number) => void };

function NumberInput({ label, value, most, onChange }: NumberInputProps) {
  return (
    <label className="grid gap-1">
      {label}
      <input
        type="number"
        min={1}
        max={most}
        value={value}
        className="w-28 rounded border border-line bg-surface px-2 py-1 tabular-nums"
        onChange={(event) => {
          const wanted = Number(event.target.value);
          if (Number.isInteger(wanted) && wanted >= 1) onChange(Math.min(most, wanted));
        }}
      />
    </label>
  );
}

function Tick({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="flex basis-full items-center gap-2">
      <input
        type="checkbox"
        checked={checked}
        className="accent-(--accent)"
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
