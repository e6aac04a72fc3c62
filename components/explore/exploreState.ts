"use client";

import { parseAsBoolean, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

/** The questions of the page, each with its figure. */
export const LENSES = [
  { id: "features", question: "Which feature values matter?" },
  { id: "positions", question: "Which operation matters where?" },
  { id: "sequences", question: "Which sequences are best?" },
  { id: "graph", question: "What does the predictor make of one architecture?" },
] as const;

export type LensId = (typeof LENSES)[number]["id"];

// Units are 1-based in addresses, as in everything people read.
const PARSERS = {
  lens: parseAsStringLiteral(LENSES.map(({ id }) => id)).withDefault("features"),
  unit: parseAsInteger.withDefault(1),
  length: parseAsInteger,
  hop: parseAsInteger,
  op: parseAsString,
  seen: parseAsBoolean.withDefault(false),
  module: parseAsString,
  architecture: parseAsString,
};

/** The view as the address has it; a copied address shows the same view. */
export const useExploreState = () => useQueryStates(PARSERS, { history: "replace" });
