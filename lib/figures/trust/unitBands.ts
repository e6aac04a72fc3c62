import { meanScore } from "../evidence";
import type { NullBand } from "../../core/trust/nullBand";
import type { ModuleScore } from "../../core/module";
import type { BoxesLayout } from "../modules/boxes";
import type { SpreadId } from "../modules/spread";

/** From where to where scores of a unit's modules look like noise, in units of the target. */
export type NoiseRange = { readonly unitIndex: number; readonly low: number; readonly high: number };

/**
 * Bands of effects as ranges of scores: each around the mean of its unit's modules.
 * @param bands by unit
 */
export function noiseRanges(
  scores: readonly ModuleScore[],
  bands: ReadonlyMap<number, NullBand>,
): NoiseRange[] {
  return [...bands].flatMap(([unitIndex, { low, high }]) => {
    const mean = meanScore(scores.filter((score) => score.unitIndex === unitIndex));
    return Number.isFinite(mean) ? [{ unitIndex, low: mean + low, high: mean + high }] : [];
  });
}

export type NoiseBox = {
  readonly unitIndex: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Where ranges lie behind the boxes of their units; cut off where the axis ends. */
export function noiseBoxes(
  layout: BoxesLayout<ModuleScore, SpreadId>,
  ranges: readonly NoiseRange[],
): NoiseBox[] {
  const { left, right, rowHeight, rows, xOf } = layout;
  const onAxis = (value: number): number => Math.min(right, Math.max(left, xOf(value)));
  return ranges.flatMap(({ unitIndex, low, high }) => {
    const middles = rows.flatMap(({ id, y }) => (id.unitIndex === unitIndex ? [y] : []));
    if (middles.length === 0) return [];
    const top = Math.min(...middles) - rowHeight / 2;
    const x = onAxis(low);
    return [
      {
        unitIndex,
        x,
        y: top,
        width: onAxis(high) - x,
        height: Math.max(...middles) + rowHeight / 2 - top,
      },
    ];
  });
}
