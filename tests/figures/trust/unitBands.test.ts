import { expect, it } from "vitest";
import type { ModuleScore } from "@/lib/core/module";
import { boxesLayout } from "@/lib/figures/modules/boxes";
import { spreadGroups } from "@/lib/figures/modules/spread";
import { noiseBoxes, noiseRanges } from "@/lib/figures/trust/unitBands";
import { stagedSpace } from "@/lib/figures/fixtures";

const scored = (unitIndex: number, code: number, score: number): ModuleScore => ({
  unitIndex,
  layers: [0],
  nodes: [[0, code]],
  hop: 0,
  score,
  low: score,
  high: score,
  support: 1,
});

// Means 71 and 75 of the first two units.
const scores = [scored(0, 0, 70), scored(0, 1, 72), scored(1, 0, 70), scored(1, 1, 80)];
const band = (low: number, high: number) => ({ low, high, numEffects: 2 });

it("the range of noise lies around the mean of the unit's modules", () =>
  expect(
    noiseRanges(
      scores,
      new Map([
        [0, band(-0.5, 0.75)],
        [1, band(-1, 1)],
      ]),
    ),
  ).toEqual([
    { unitIndex: 0, low: 70.5, high: 71.75 },
    { unitIndex: 1, low: 74, high: 76 },
  ]));

it("a unit without scores has no range", () =>
  expect(noiseRanges(scores, new Map([[2, band(-1, 1)]]))).toEqual([]));

it("is drawn over the rows of its unit, cut off where the axis ends", () => {
  // The axis goes from 70 to 80 over 500 pixels: 50 a unit of the target, from 100 on.
  const layout = boxesLayout(spreadGroups(stagedSpace, scores), { left: 100, plotWidth: 500 });
  expect(
    noiseBoxes(layout, [
      { unitIndex: 0, low: 60, high: 71 },
      { unitIndex: 1, low: 74, high: 76 },
      { unitIndex: 2, low: 74, high: 76 },
    ]),
  ).toEqual([
    { unitIndex: 0, x: 100, y: 50, width: 50, height: 44 },
    { unitIndex: 1, x: 300, y: 118, width: 100, height: 44 },
  ]);
});
