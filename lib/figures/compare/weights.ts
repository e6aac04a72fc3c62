/**
 * A live target: `w x a + (1 - w) x b` over the scores of two predictors. Each module is a straight line over the
 * weight w, so the winner at every weight is the upper envelope of the lines, and it changes only at its corners.
 */

/** Scores of one module by both predictors: what it is worth at w = 1 and at w = 0. */
export type WeightedLine = { readonly first: number; readonly second: number };

/** From one weight to the next the same line is on top. */
export type WinnerSegment = { readonly from: number; readonly to: number; readonly index: number };

export const weightedScore = ({ first, second }: WeightedLine, weight: number): number =>
  weight * first + (1 - weight) * second;

/**
 * Who is on top at which weight, 0 to 1, exactly: the corners are where two lines cross. n log n steps.
 * @returns segments in ascending weight that meet; none where no line is finite. Of equal lines the first wins.
 */
export function winners(lines: readonly WeightedLine[]): WinnerSegment[] {
  const order = [...lines.keys()].filter((index) => {
    const line = lines[index];
    return line !== undefined && Number.isFinite(line.first) && Number.isFinite(line.second);
  });
  const slope = (index: number): number => (lines[index]?.first ?? NaN) - (lines[index]?.second ?? NaN);
  const start = (index: number): number => lines[index]?.second ?? NaN;
  order.sort((a, b) => slope(a) - slope(b) || start(b) - start(a) || a - b);

  const hull: { index: number; from: number }[] = [];
  for (const index of order) {
    let top = hull.at(-1);
    // Of parallel lines the highest came first.
    if (top && slope(top.index) === slope(index)) continue;
    let from = 0;
    while (top) {
      from = (start(top.index) - start(index)) / (slope(index) - slope(top.index));
      if (from > top.from) break;
      hull.pop();
      top = hull.at(-1);
      from = 0;
    }
    if (!top) hull.push({ index, from: 0 });
    else if (from < 1) hull.push({ index, from });
  }
  return hull.map(({ index, from }, place) => ({ index, from, to: hull[place + 1]?.from ?? 1 }));
}

/** The indexes of the `count` highest at a weight, best first; lower indexes first among equals. */
export function bestAt(lines: readonly WeightedLine[], weight: number, count: number): number[] {
  const best: { index: number; value: number }[] = [];
  lines.forEach((line, index) => {
    const value = weightedScore(line, weight);
    const last = best.at(-1);
    if (!Number.isFinite(value) || (best.length >= count && last && value <= last.value)) return;
    let place = best.length;
    while (place > 0 && (best[place - 1]?.value ?? Infinity) < value) place--;
    best.splice(place, 0, { index, value });
    if (best.length > count) best.pop();
  });
  return best.map(({ index }) => index);
}
