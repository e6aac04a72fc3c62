"use client";

import {
  parseAsArrayOf,
  parseAsBoolean,
  parseAsFloat,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { LENSES } from "./questions";

export { LENSES, type LensId } from "./questions";

// Units, layers and steps are 1-based in addresses, as in everything people read.
const PARSERS = {
  lens: parseAsStringLiteral(LENSES.map(({ id }) => id)).withDefault("features"),
  unit: parseAsInteger.withDefault(1),
  length: parseAsInteger,
  /** First place of a pair: a layer, or an edge of the space by its number. */
  place: parseAsInteger.withDefault(1),
  hop: parseAsInteger,
  op: parseAsString,
  /** A selected value of a feature: `kernel=5`. */
  value: parseAsString,
  seen: parseAsBoolean.withDefault(false),
  module: parseAsString,
  architecture: parseAsString,
  /** Metrics across and up, by name. */
  across: parseAsString,
  up: parseAsString,
  /** The brushed rectangle: least and most across, least and most up. */
  brush: parseAsArrayOf(parseAsFloat),
  /** Step of the guided tour; absent outside of it. */
  tour: parseAsInteger,
};

/** The view as the address has it; a copied address shows the same view. */
export const useExploreState = () => useQueryStates(PARSERS, { history: "replace" });
