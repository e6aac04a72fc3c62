"use client";

import { useId, useRef, useState } from "react";
import type { Metric } from "@/lib/core/dataset";
import { completions, type Completion } from "./completion";
import { firstTarget, type TargetState } from "./useTarget";

/** A text field that completes metric names and functions: arrows choose, Enter or Tab takes, Escape closes. */
export function ExpressionInput({
  target,
  disabled,
  describedBy,
}: {
  target: TargetState;
  disabled: boolean;
  describedBy: string;
}) {
  const inputId = useId();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const [chosen, setChosen] = useState(0);
  // What is typed; the address follows and may put the text in order.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? target.text;

  const offer = (value: string, caret: number) => {
    setOffered(completions(value, caret, target.metrics));
    setChosen(0);
  };
  const take = (completion: Completion) => {
    setTyped(completion.text);
    target.setText(completion.text);
    setOffered([]);
    input.current?.focus();
    // The caret can move only after React has written the new text.
    requestAnimationFrame(() => input.current?.setSelectionRange(completion.caret, completion.caret));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (offered.length === 0) return;
    const current = offered[chosen];
    if (event.key === "ArrowDown") setChosen((chosen + 1) % offered.length);
    else if (event.key === "ArrowUp") setChosen((chosen + offered.length - 1) % offered.length);
    else if (event.key === "Escape") setOffered([]);
    else if ((event.key === "Enter" || event.key === "Tab") && current) take(current);
    else return;
    event.preventDefault();
  };

  return (
    <div className="relative min-w-0">
      <label htmlFor={inputId} className="font-medium">
        Target expression
      </label>
      <input
        ref={input}
        id={inputId}
        type="text"
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? `${listId}-${chosen}` : undefined}
        aria-invalid={target.fault !== null}
        aria-describedby={target.fault ? describedBy : undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={text}
        onChange={(event) => {
          const { value, selectionStart } = event.target;
          setTyped(value);
          target.setText(value);
          offer(value, selectionStart ?? value.length);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setTyped(null);
          setOffered([]);
        }}
        className="mt-1 w-full rounded border border-line-strong bg-surface px-2 py-1.5 font-mono disabled:opacity-50"
      />
      <ul
        id={listId}
        role="listbox"
        aria-label="Completions"
        hidden={offered.length === 0}
        className="absolute z-10 mt-1 w-full max-w-sm rounded border border-line bg-surface py-1 shadow-lg"
      >
        {offered.map((completion, index) => (
          <li
            key={completion.label}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            // Before the field loses focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              take(completion);
            }}
            className={`flex cursor-pointer justify-between gap-3 px-2 py-1 font-mono ${index === chosen ? "bg-accent-soft" : ""}`}
          >
            {completion.label}
            <span className="font-sans text-muted">{completion.kind}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-muted">
        Metrics with + - * / ** and log, exp, sqrt, min, max; for example{" "}
        <code>{exampleOf(target.metrics)}</code>
      </p>
    </div>
  );
}

/** What is wanted, less a little of what it costs. */
function exampleOf(metrics: readonly Metric[]): string {
  const wanted = firstTarget(metrics);
  const cost = metrics.find(({ name, goal }) => goal === "min" && `-${name}` !== wanted);
  return cost === undefined ? `100 * ${wanted}` : `${wanted} - 0.1 * log10(${cost.name})`;
}
