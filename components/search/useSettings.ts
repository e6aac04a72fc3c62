"use client";

import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { SEARCH_METHODS } from "@/lib/core/search/plan";

/** automatic: all of a reduced space that fits the budget, else the best sums of one goal, else evolution. */
export const METHOD_CHOICES = ["automatic", ...SEARCH_METHODS] as const;

const KEYS = {
  method: parseAsStringLiteral(METHOD_CHOICES).withDefault("automatic"),
  budget: parseAsInteger.withDefault(3125),
  seed: parseAsInteger.withDefault(1),
  cautious: parseAsBoolean.withDefault(false),
  compare: parseAsBoolean.withDefault(false),
  where: parseAsString.withDefault(""),
};

export const MOST_BUDGET = 200_000;

/** What is asked of the search, in the address. */
export function useSettings() {
  const [settings, setSettings] = useQueryStates(KEYS, { history: "replace" });
  const budget = Math.min(MOST_BUDGET, Math.max(1, settings.budget));
  return { ...settings, budget, set: setSettings };
}

export type Settings = ReturnType<typeof useSettings>;
