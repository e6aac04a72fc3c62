import { describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import { fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { candidateSequences } from "@/lib/figures/candidates";
import { operationPalette } from "@/lib/figures/operationPalette";
import { rankModules } from "@/lib/figures/sequenceRanking";
import { MOST_DRAWN, rankingDrawing } from "@/lib/figures/trust/rankingDrawing";
import { rankTies } from "@/lib/figures/trust/rankTies";

function drawingOf(modules: Parameters<typeof fixtureScore>[0][]) {
  const ranking = rankModules(modules.map(fixtureScore));
  const paint = operationPalette(stagedSpace);
  return rankingDrawing({
    ranking,
    shown: ranking.ranked,
    ties: rankTies(ranking.ranked),
    paint,
    scoreUnit: "%",
  });
}

describe("rankingDrawing", () => {
  it("draws rank, operations, score, interval and support of each row", () => {
    const { shapes, height } = drawingOf([sequenceModule(0, [[1, 2]]), sequenceModule(0, [[0, 0]])]);
    const texts = shapes.flatMap((shape) => (shape.kind === "text" ? shape.text : []));
    expect(texts).toEqual([
      "rank",
      "module",
      "score",
      "90 % interval, %",
      "73.85",
      "75.25",
      "held by",
      "1",
      "e6k7",
      "75",
      "22",
      "2",
      "e3k3",
      "74",
      "40",
    ]);
    expect(shapes.filter(({ kind }) => kind === "dot")).toHaveLength(2);
    expect(height).toBe(46 + 2 * 26);
  });

  it("draws the head of a long ranking only, and everything inside of its frame", () => {
    const { shapes, width, height } = drawingOf([...candidateSequences(stagedSpace, [], 1, 3).modules]);
    expect(height).toBe(46 + MOST_DRAWN * 26);
    for (const shape of shapes) {
      if (shape.kind === "points") throw new Error("A ranking has no clouds of points.");
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(shape.x + (shape.kind === "rect" ? shape.width : 0)).toBeLessThanOrEqual(width);
    }
  });
});
