import type { Module } from "@/lib/core/module";
import { sequenceLengths, sequenceUnits } from "@/lib/core/scoredUnits";
import { layerName, operationLabel, type SearchSpace } from "@/lib/core/searchSpace";
import { formatEffect, formatScore } from "@/lib/figures/evidence";
import { formatCount, formatInteger } from "@/lib/figures/format";
import type { RankedModule } from "@/lib/figures/sequenceRanking";
import type { RankTie } from "@/lib/figures/trust/rankTies";
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

/** `unit 1, layer 2`; a sequence from the first layer on needs only its unit, or both where it fills two. */
export function modulePlace(space: SearchSpace, module: Module): string {
  const layers = moduleLayers(space, module);
  if (layers === "" && sequenceLengths(space, module.unitIndex).includes(module.layers.length))
    return sequenceUnitsName(space, module.unitIndex);
  const unitName = space.units[module.unitIndex]?.name ?? "";
  return layers === "" ? unitName : `${unitName}, ${layers}`;
}

/** `unit 5 and unit 6` where sequences fill both, else the name of the one. */
export const sequenceUnitsName = (space: Pick<SearchSpace, "units">, unitIndex: number): string =>
  sequenceUnits(space, unitIndex)
    .map((index) => space.units[index]?.name ?? "")
    .join(" and ");

export const moduleTooltip = (
  space: SearchSpace,
  { evidence, effect, rank }: RankedModule,
  tie?: RankTie,
): TooltipContent => ({
  title: `${moduleLabel(space, evidence)} (${modulePlace(space, evidence)})`,
  lines: [
    ["rank", formatInteger(rank)],
    ...(tie
      ? [["ranks the intervals allow", `${formatInteger(tie.best)} to ${formatInteger(tie.worst)}`] as const]
      : []),
    ["score (90 % interval)", formatScore(evidence)],
    ["against the mean", formatEffect(effect)],
    ["held by", formatCount(evidence.support, "labelled architecture")],
  ],
});
