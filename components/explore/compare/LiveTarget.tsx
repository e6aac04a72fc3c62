"use client";

import { useId, useMemo } from "react";
import { Button } from "@/components/ui/Button";
import { bestAt, weightedScore, winners, type WeightedLine } from "@/lib/figures/compare/weights";
import { standardised } from "@/lib/figures/compare/compareScores";
import { formatValue } from "@/lib/figures/format";
import { useCompareState } from "./compareState";
import { WinnerStrip } from "./WinnerStrip";
import type { ComparedThing } from "./comparedThings";

const MOST_SHOWN = 8;

type LiveTargetProps = {
  things: readonly ComparedThing[];
  /** What tells the two predictors apart. */
  names: readonly [first: string, second: string];
  /** Whether both predict the same. */
  isOneTarget: boolean;
  onPick: ((thing: ComparedThing) => void) | null;
};

/** A target of two: the weight between them re-ranks at once, and the strip shows where the winner changes. */
export function LiveTarget({ things, names, isOneTarget, onPick }: LiveTargetProps) {
  const [state, setState] = useCompareState();
  const id = useId();
  const { lessFirst, lessSecond, raw } = state;
  const weight = Math.min(1, Math.max(0, state.weight));
  const lines = useMemo(
    () => linesOf(things, { lessFirst, lessSecond, raw }),
    [things, lessFirst, lessSecond, raw],
  );
  const segments = useMemo(() => winners(lines), [lines]);
  const best = bestAt(lines, weight, MOST_SHOWN);
  return (
    <section aria-label="Live target" className="grid gap-3 border-t border-line pt-4">
      <div>
        <h3 className="font-medium">
          {isOneTarget ? "What do both say together?" : "What if both targets count?"}
        </h3>
        <p className="text-muted">
          {isOneTarget ? "Score" : "Target"}: w × {lessFirst && "−"}first + (1 − w) × {lessSecond && "−"}
          second,{" "}
          {raw ? "in the targets' own units" : "each in standard deviations, so that units do not matter"}.
        </p>
      </div>
      <label htmlFor={id} className="grid max-w-xl gap-1">
        <span className="flex justify-between gap-3">
          <span>second: {names[1]}</span>
          <span className="font-medium">w = {weight.toFixed(2)}</span>
          <span>first: {names[0]}</span>
        </span>
        <input
          id={id}
          type="range"
          min={0}
          max={1}
          step={0.01}
          value={weight}
          aria-valuetext={`weight of the first ${weight.toFixed(2)}`}
          className="w-full accent-(--accent)"
          onChange={(event) => void setState({ weight: Number(event.target.value) })}
        />
      </label>
      <WinnerStrip segments={segments} weight={weight} labelOf={(index) => things[index]?.label ?? ""} />
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        <Check
          label="less is better in the first"
          checked={lessFirst}
          onChange={(on) => void setState({ lessFirst: on })}
        />
        <Check
          label="less is better in the second"
          checked={lessSecond}
          onChange={(on) => void setState({ lessSecond: on })}
        />
        <Check
          label="in the targets' own units"
          checked={raw}
          onChange={(on) => void setState({ raw: on })}
        />
      </div>
      <ol className="grid gap-0.5" aria-label={`Best at weight ${weight.toFixed(2)}`}>
        {best.map((index, place) => {
          const thing = things[index];
          const line = lines[index];
          if (!thing || !line) return null;
          return (
            <li key={thing.key} className="flex flex-wrap items-baseline gap-x-3">
              <span className="w-6 text-right text-muted">{place + 1}</span>
              {onPick && thing.module ? (
                <Button look="quiet" className="px-1 py-0.5" onClick={() => onPick(thing)}>
                  {thing.label}
                </Button>
              ) : (
                <span className="px-1 py-0.5">{thing.label}</span>
              )}
              <span className="ml-auto text-muted">
                {formatValue(weightedScore(line, weight))} = w × {formatValue(line.first)} + (1 − w) ×{" "}
                {formatValue(line.second)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type Scaling = { readonly lessFirst: boolean; readonly lessSecond: boolean; readonly raw: boolean };

/** Scores as lines over the weight: turned round where less is better, and brought to one unit unless told not to. */
function linesOf(things: readonly ComparedThing[], { lessFirst, lessSecond, raw }: Scaling): WeightedLine[] {
  const [ofFirst, ofSecond] = [
    ({ first }: ComparedThing) => first.value,
    ({ second }: ComparedThing) => second?.value ?? NaN,
  ];
  const paired = things.filter(
    (thing) => Number.isFinite(ofFirst(thing)) && Number.isFinite(ofSecond(thing)),
  );
  const side = (pick: (thing: ComparedThing) => number, less: boolean): Map<string, number> => {
    const values = paired.map(pick);
    const scaled = raw ? values : standardised(values);
    return new Map(paired.map(({ key }, index) => [key, (less ? -1 : 1) * (scaled[index] ?? NaN)]));
  };
  const [first, second] = [side(ofFirst, lessFirst), side(ofSecond, lessSecond)];
  return things.map(({ key }) => ({ first: first.get(key) ?? NaN, second: second.get(key) ?? NaN }));
}

type CheckProps = { label: string; checked: boolean; onChange: (checked: boolean) => void };

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        className="accent-(--accent)"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
