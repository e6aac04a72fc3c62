"use client";

import { useRef } from "react";
import { LENSES, type LensId } from "./exploreState";

type LensTabsProps = { lens: LensId; panelId: string; onChange: (lens: LensId) => void };

/** The questions; left and right move between them, as tabs do. */
export function LensTabs({ lens, panelId, onChange }: LensTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: React.KeyboardEvent, step: number) => {
    event.preventDefault();
    const from = LENSES.findIndex(({ id }) => id === lens);
    const index = (from + step + LENSES.length) % LENSES.length;
    const next = LENSES[index];
    if (next === undefined) return;
    onChange(next.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label="Questions"
      className="flex flex-wrap gap-x-1 border-b border-line"
      onKeyDown={(event) => {
        if (event.key === "ArrowRight") move(event, 1);
        if (event.key === "ArrowLeft") move(event, -1);
      }}
    >
      {LENSES.map(({ id, tab, question }) => (
        <button
          key={id}
          id={`${panelId}-${id}`}
          type="button"
          role="tab"
          title={question}
          aria-selected={id === lens}
          aria-controls={panelId}
          tabIndex={id === lens ? 0 : -1}
          className={`-mb-px border-b-2 px-3 py-2 text-left ${
            id === lens
              ? "border-accent font-medium text-accent"
              : "border-transparent text-ink hover:border-line-strong"
          }`}
          onClick={() => onChange(id)}
        >
          {tab}
        </button>
      ))}
    </div>
  );
}
