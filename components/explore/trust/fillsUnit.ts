import type { Module } from "@/lib/core/module";
import { sequenceLengths } from "@/lib/core/scoredUnits";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { hasSequences } from "@/lib/figures/candidates";

/** Whether a module is a whole sequence of its unit, rather than nodes in their places, whatever stands beside them. */
export const fillsUnit = (space: SearchSpace, { unitIndex, layers }: Module): boolean =>
  hasSequences(space) &&
  layers.length > 1 &&
  layers.every((layer, index) => layer === index) &&
  sequenceLengths(space, unitIndex).includes(layers.length);
