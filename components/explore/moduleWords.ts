import type { Module } from "@/lib/core/module";
import { layerName, operationLabel, type SearchSpace } from "@/lib/core/searchSpace";
import { formatEffect, formatScore } from "@/lib/figures/evidence";
import { formatCount } from "@/lib/figures/format";
import type { RankedModule } from "@/lib/figures/sequenceRanking";
import type { TooltipContent } from "./FigureTooltip";

/** `e4k7 e6k5`, the root last. */
export const moduleLabel = (space: SearchSpace, module: Module): string =>
  module.nodes.map((node) => operationLabel(space, node)).join(" ");

/** Layers of a module by name, `0->1, 1->2`; empty where it fills an unnamed unit from its first layer on. */
export function moduleLayers(space: SearchSpace, module: Module): string {
  const unit = space.units[module.unitIndex];
  if (unit === undefined) return "";
  const fillsFromStart = module.layers.length > 1 && module.layers.every((layer, index) => layer === index);
  if (fillsFromStart && unit.layerNames === undefined) return "";
  return module.layers.map((layer) => layerName(unit, layer)).join(", ");
}

/** `unit 1, layer 2`; a sequence from the first layer on needs only its unit. */
export function modulePlace(space: SearchSpace, module: Module): string {
  const unitName = space.units[module.unitIndex]?.name ?? "";
  const layers = moduleLayers(space, module);
  return layers === "" ? unitName : `${unitName}, ${layers}`;
}

export const moduleTooltip = (
  space: SearchSpace,
  { evidence, effect, rank }: RankedModule,
): TooltipContent => ({
  title: `${moduleLabel(space, evidence)} (${modulePlace(space, evidence)})`,
  lines: [
    ["rank", String(rank)],
    ["score (90 % interval)", formatScore(evidence)],
    ["against the mean", formatEffect(effect)],
    ["held by", formatCount(evidence.support, "labelled architecture")],
  ],
});
