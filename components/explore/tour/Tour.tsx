"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/Button";
import { useExploration } from "../exploration";
import { useExploreState } from "../exploreState";
import { TOUR } from "./steps";

/** The guided tour: a note above the figures, never over them. The step is in the address; it can be left at any. */
export function Tour() {
  const { dataset } = useExploration();
  const [{ tour }, setState] = useExploreState();
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    // After Next and Back the new step is read out; a shared address leaves the focus where it is.
    if (moved.current) heading.current?.focus();
    moved.current = false;
  }, [tour]);
  const go = (number: number | null) => {
    moved.current = true;
    const lens = number === null ? undefined : TOUR[number - 1]?.lens;
    void setState(lens === undefined ? { tour: null } : { tour: number, lens });
  };
  if (tour === null)
    return (
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {dataset.sample !== null && (
          <span className="text-muted">New here? Nine figures, a minute each, on this sample.</span>
        )}
        <Button onClick={() => go(1)}>Guided tour</Button>
      </p>
    );
  const number = Math.min(Math.max(1, tour), TOUR.length);
  const step = TOUR[number - 1];
  if (step === undefined) return null;
  return (
    <section aria-label="Guided tour" className="rounded border border-accent bg-accent-soft px-4 py-3">
      <h2 ref={heading} tabIndex={-1} className="font-semibold">
        {number} of {TOUR.length}: {step.title}
      </h2>
      <p className="max-w-3xl">{step.text}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button disabled={number === 1} onClick={() => go(number - 1)}>
          Back
        </Button>
        {number < TOUR.length && (
          <Button look="primary" onClick={() => go(number + 1)}>
            Next
          </Button>
        )}
        <Button look="quiet" onClick={() => go(null)}>
          Leave the tour
        </Button>
      </div>
    </section>
  );
}
