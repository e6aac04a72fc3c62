import { drawnText, tenths, type Drawing, type Shape } from "./drawing";
import { formatSrcc } from "./trust";

const ROW = 22;
const HEAD = 46;
const BAR = 280;
const BAR_X = 96;
const BAR_HEIGHT = 12;

/**
 * Rank correlations by hop as a drawing: a bar a hop, from 0 to the right where it is positive.
 * @param hopSrcc -1..1, one a hop; NaN where it could not be computed
 */
export function hopBarsDrawing(hopSrcc: readonly number[], title: string, fill: string): Drawing {
  const xOf = (srcc: number): number => BAR_X + ((srcc + 1) / 2) * BAR;
  const bottom = HEAD + hopSrcc.length * ROW;
  return {
    width: Math.max(BAR_X + BAR + 16, title.length * 7),
    height: bottom,
    shapes: [
      drawnText(0, 10, title),
      ...[-1, 0, 1].map((value) => drawnText(xOf(value), HEAD - 10, String(value), "middle")),
      ...hopSrcc.flatMap((srcc, hop): Shape[] => {
        const middle = HEAD + hop * ROW + ROW / 2;
        const texts = [
          drawnText(0, middle, `hop ${hop}`),
          drawnText(BAR_X - 14, middle, formatSrcc(srcc), "end"),
        ];
        if (!Number.isFinite(srcc)) return texts;
        const [from, to] = [xOf(Math.min(0, srcc)), xOf(Math.max(0, srcc))];
        return [
          ...texts,
          {
            kind: "rect",
            x: tenths(from),
            y: middle - BAR_HEIGHT / 2,
            width: tenths(to - from),
            height: BAR_HEIGHT,
            fill,
          },
        ];
      }),
      { kind: "line", x: xOf(0), y: HEAD - 2, toY: bottom },
    ],
  };
}
