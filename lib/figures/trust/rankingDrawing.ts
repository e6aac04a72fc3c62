import type { Node } from "../../core/architecture";
import { drawnText, type Drawing, type Shape } from "../drawing";
import { formatInteger, formatValue } from "../format";
import { labelWidth, stripCellWidth } from "../gridLayout";
import type { OperationPaint } from "../operationPalette";
import { intervalBars, type RankedModule, type Ranking } from "../sequenceRanking";
import type { RankTie } from "./rankTies";

/** More rows than this make a drawing that no page holds; the table has them all. */
export const MOST_DRAWN = 40;
const ROW = 26;
const HEAD = 46;
const BAR = 180;
const GAP = 12;

type Options = {
  /** All that were scored together: they set the scale. */
  readonly ranking: Ranking;
  /** The rows to draw, of which the first MOST_DRAWN are. */
  readonly shown: readonly RankedModule[];
  readonly ties: ReadonlyMap<string, RankTie>;
  readonly paint: (node: Node) => OperationPaint;
  readonly scoreUnit: string;
};

/** The head of a ranking as a drawing: rank, module, score with its 90 % interval, support. */
export function rankingDrawing({ ranking, shown, ties, paint, scoreUnit }: Options): Drawing {
  const drawn = shown.slice(0, MOST_DRAWN);
  const bars = intervalBars(ranking, BAR);
  const labels = drawn.flatMap(({ evidence }) => evidence.nodes.map((node) => paint(node).label));
  const cell = stripCellWidth(labels);
  const numNodes = Math.max(1, ...drawn.map(({ evidence }) => evidence.nodes.length));
  const rankEnd = Math.max(40, labelWidth(drawn.map(({ rank }) => `= ${formatInteger(rank)}`)));
  const strip = rankEnd + GAP;
  const scoreEnd = strip + numNodes * cell + GAP + 60;
  const bar = scoreEnd + GAP;
  const supportEnd = bar + BAR + GAP + 56;
  const height = HEAD + drawn.length * ROW;
  const head = (x: number, text: string, anchor: "start" | "middle" | "end", y = HEAD - 8): Shape =>
    drawnText(x, y, text, anchor);
  const [low, high] = bars.domain;
  const shapes: Shape[] = [
    head(rankEnd, "rank", "end"),
    head(strip, "module", "start"),
    head(scoreEnd, "score", "end"),
    head(bar, `90 % interval, ${scoreUnit}`, "start", 12),
    head(bar, formatValue(low), "start"),
    head(bar + BAR, formatValue(high), "end"),
    head(supportEnd, "held by", "end"),
    { kind: "line", x: bar + bars.meanX, y: HEAD - 4, toY: height },
  ];
  drawn.forEach(({ rank, key, evidence, effect, unseen }, row) => {
    const y = HEAD + row * ROW;
    const middle = y + ROW / 2;
    const { x, x0, x1 } = bars.bar(evidence);
    const tied = ties.get(key)?.tiedWithPrevious ? "= " : "";
    shapes.push(head(rankEnd, `${tied}${formatInteger(rank)}`, "end", middle));
    evidence.nodes.forEach((node, index) => {
      const { fill, ink, label } = paint(node);
      const left = strip + index * cell;
      shapes.push({ kind: "rect", x: left, y: y + 3, width: cell - 1, height: ROW - 6, fill });
      shapes.push(drawnText(left + cell / 2, middle, label, "middle", ink));
    });
    shapes.push(head(scoreEnd, formatValue(evidence.score), "end", middle));
    if (x1 > x0)
      shapes.push({
        kind: "rect",
        x: bar + x0,
        y: middle - 4,
        width: x1 - x0,
        height: 8,
        fill: effect < 0 ? "#7fb1de" : "#f2a65a",
      });
    if (Number.isFinite(x)) shapes.push({ kind: "dot", x: bar + x, y: middle, hollow: unseen });
    shapes.push(head(supportEnd, unseen ? "none" : formatInteger(evidence.support), "end", middle));
  });
  return { width: supportEnd + 4, height, shapes };
}
