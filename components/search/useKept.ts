"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useMemo } from "react";
import type { Slot } from "@/lib/core/search/slots";

/** Modules kept per unit at first: as the reference does, 5 units of 5 are 3,125 architectures. */
export const USUAL_KEPT = 5;

export type Kept = {
  /** One number per slot, at least 1 and at most what the slot has. */
  readonly counts: readonly number[];
  readonly keep: (slotIndex: number, count: number) => void;
  readonly keepEverywhere: (count: number) => void;
};

/** How many modules each slot keeps, in the address as `?kept=5.5.3`; one number is for all of them. */
export function useKept(slots: readonly Slot[]): Kept {
  const [text, setText] = useQueryState("kept", parseAsString.withOptions({ history: "replace" }));
  const counts = useMemo(() => {
    const given = (text ?? "").split(".").map(Number);
    return slots.map(({ modules }, index) => {
      const wanted = given[given.length === 1 ? 0 : index] ?? NaN;
      const usual = Number.isInteger(wanted) && wanted >= 1 ? wanted : USUAL_KEPT;
      return Math.min(usual, modules.length);
    });
  }, [text, slots]);
  const keep = useCallback(
    (slotIndex: number, count: number) => void setText(counts.with(slotIndex, count).join(".")),
    [counts, setText],
  );
  const keepEverywhere = useCallback((count: number) => void setText(String(count)), [setText]);
  return { counts, keep, keepEverywhere };
}
