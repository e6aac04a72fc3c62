"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import type { FeatureValue } from "@/lib/core/searchSpace";

const MOST_SHOWN = 40;

type ToggleValuesProps<Value extends FeatureValue> = {
  /** What the values are of: `kernel`, `layers of unit 1`. */
  of: string;
  /** Everything that was found or added, legal or not. */
  offered: readonly Value[];
  legal: readonly Value[];
  /** The value a text stands for; null where it is none. */
  parse: (text: string) => Value | null;
  onChange: (legal: Value[]) => void;
};

/** Legal values as switches; what is switched off stays in sight, and others can be added. */
export function ToggleValues<Value extends FeatureValue>(props: ToggleValuesProps<Value>) {
  const { of, offered, legal, parse, onChange } = props;
  const [showsAll, setShowsAll] = useState(false);
  const values = [...new Set([...offered, ...legal])];
  const shown = showsAll ? values : values.slice(0, MOST_SHOWN);
  const toggle = (value: Value) =>
    onChange(
      legal.includes(value)
        ? legal.filter((other) => other !== value)
        : values.filter((other) => other === value || legal.includes(other)),
    );
  return (
    <div role="group" aria-label={`Legal values: ${of}`} className="flex flex-wrap items-center gap-1">
      {shown.map((value) => {
        const isLegal = legal.includes(value);
        return (
          <button
            key={String(value)}
            type="button"
            aria-pressed={isLegal}
            // A feature without a legal value would leave no row.
            disabled={isLegal && legal.length === 1}
            onClick={() => toggle(value)}
            className={`min-w-7 rounded border px-1.5 leading-6 disabled:cursor-not-allowed ${
              isLegal
                ? "border-accent bg-accent-soft hover:bg-surface"
                : "border-dashed border-line-strong text-muted line-through hover:bg-sunken"
            }`}
          >
            {String(value)}
          </button>
        );
      })}
      {values.length > shown.length && (
        <Button look="quiet" onClick={() => setShowsAll(true)}>
          {values.length - shown.length} more
        </Button>
      )}
      <AddValue of={of} parse={parse} onAdd={(value) => onChange([...new Set([...legal, value])])} />
    </div>
  );
}

type AddValueProps<Value> = {
  of: string;
  parse: (text: string) => Value | null;
  onAdd: (value: Value) => void;
};

function AddValue<Value>({ of, parse, onAdd }: AddValueProps<Value>) {
  const id = useId();
  const [text, setText] = useState("");
  const value = parse(text);
  const isWrong = text.trim() !== "" && value === null;
  const add = () => {
    if (value === null) return;
    onAdd(value);
    setText("");
  };
  return (
    <span className="inline-flex items-center gap-1">
      <input
        aria-label={`Add a legal value: ${of}`}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        placeholder="add"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
        className="w-16 rounded border border-line-strong bg-surface px-1.5 leading-6"
      />
      {value !== null && (
        <Button className="py-0 leading-6" onClick={add}>
          Add
        </Button>
      )}
      {isWrong && (
        <span id={id} className="text-bad">
          is not a number
        </span>
      )}
    </span>
  );
}
