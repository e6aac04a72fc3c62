"use client";

import { useState } from "react";

type TopicProps = {
  title: string;
  /** One line that says how things stand, read without opening. */
  line: React.ReactNode;
  /** What waits for a decision, in a few words; the topic is then open at first. */
  toDecide?: string | null;
  children: React.ReactNode;
};

/** One topic of an import: a line that says how things stand, and behind it what can be changed. */
export function Topic({ title, line, toDecide = null, children }: TopicProps) {
  // Once opened or closed by hand it stays so, whatever a new reading of the file brings.
  const [byHand, setByHand] = useState<boolean | null>(null);
  // What asked for a decision stays open after it was made: nobody's choice vanishes under their hand.
  const [wasAsked, setWasAsked] = useState(toDecide !== null);
  if (toDecide !== null && !wasAsked) setWasAsked(true);
  const isOpen = byHand ?? wasAsked;
  return (
    <details
      open={isOpen}
      className="group rounded border border-line"
      onToggle={(event) => {
        const { open } = event.currentTarget;
        if (open !== isOpen) setByHand(open);
      }}
    >
      <summary className="flex cursor-pointer list-none flex-wrap items-baseline gap-x-3 gap-y-0.5 rounded px-3 py-2 hover:bg-sunken">
        <span
          aria-hidden="true"
          className="w-2 text-muted transition-transform group-open:rotate-90 motion-reduce:transition-none"
        >
          ›
        </span>
        <h3 className="w-28 shrink-0 font-medium">{title}</h3>
        <span className="min-w-0 flex-1 basis-60 text-muted">{line}</span>
        {toDecide !== null && (
          <span className="rounded bg-warn-soft px-2 text-xs leading-5 font-medium text-warn">
            {toDecide}
          </span>
        )}
      </summary>
      {isOpen && <div className="space-y-3 border-t border-line px-3 py-3">{children}</div>}
    </details>
  );
}
