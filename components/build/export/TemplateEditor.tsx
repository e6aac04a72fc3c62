"use client";

import { useId } from "react";
import type { TemplateState } from "./useTemplate";
import { textOf } from "./useTemplate";

/** What is wrong is said under the text, as long as it is wrong. */
export function TemplateEditor({ state }: { state: TemplateState }) {
  const id = useId();
  const { suggestions, text, outcome, setText, setTemplate } = state;
  const chosen = suggestions.findIndex(({ template }) => textOf(template) === text);
  return (
    <div className="grid min-w-0 gap-2">
      {suggestions.length > 0 && (
        <label className="flex flex-wrap items-center gap-2">
          <span className="text-muted">Template</span>
          <select
            className="min-w-0 rounded border border-line-strong bg-surface px-2 py-1"
            value={chosen}
            onChange={({ target }) => {
              const suggestion = suggestions[Number(target.value)];
              if (suggestion) setTemplate(suggestion.template);
            }}
          >
            {chosen < 0 && <option value={-1}>Your own</option>}
            {suggestions.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <details open={!outcome.ok}>
        <summary className="cursor-pointer text-accent">Change stem, channels, strides and head</summary>
        <div className="mt-2 grid gap-1">
          <label htmlFor={id} className="text-muted">
            The template as JSON; the architecture&apos;s own features come before it.
          </label>
          <textarea
            id={id}
            rows={14}
            spellCheck={false}
            className={`w-full rounded border bg-surface p-2 font-mono text-xs ${outcome.ok ? "border-line-strong" : "border-bad"}`}
            value={text}
            aria-invalid={!outcome.ok}
            aria-describedby={`${id}-faults`}
            onChange={({ target }) => setText(target.value)}
          />
          <ul id={`${id}-faults`} className="text-bad">
            {!outcome.ok &&
              outcome.faults.map(({ field, message }) => (
                <li key={`${field} ${message}`}>
                  {field}: {message}
                </li>
              ))}
          </ul>
        </div>
      </details>
    </div>
  );
}
