"use client";

import { parseAsBoolean, parseAsFloat, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

export const DIFFERENCES = ["standardised", "ranks"] as const;
export const COMPARED_FIGURES = ["features", "positions", "sequences"] as const;

// What stands beside the predictor in use: its id, and its dataset where that is another one.
const PARSERS = {
  beside: parseAsString,
  besideDataset: parseAsString,
  /** Absent: what the figure above shows. */
  compared: parseAsStringLiteral(COMPARED_FIGURES),
  difference: parseAsStringLiteral(DIFFERENCES).withDefault("standardised"),
  weight: parseAsFloat.withDefault(0.5),
  /** Less is better in the first or the second target, as in latencies. */
  lessFirst: parseAsBoolean.withDefault(false),
  lessSecond: parseAsBoolean.withDefault(false),
  /** Scores as they are rather than in standard deviations. */
  raw: parseAsBoolean.withDefault(false),
};

/** The comparison as the address has it. */
export const useCompareState = () => useQueryStates(PARSERS, { history: "replace" });
