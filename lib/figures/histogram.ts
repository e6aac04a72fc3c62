import { scaleLinear } from "d3";

export type HistogramBar = {
  /** The values it counts: low <= value < high, the last bar with its upper end. */
  readonly low: number;
  readonly high: number;
  /** Of all rows, and of the rows that are shown. */
  readonly count: number;
  readonly numShown: number;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly shownHeight: number;
};

/** Where the bars of a histogram lie, in pixels, y from the baseline up. */
export type HistogramLayout = {
  readonly bars: readonly HistogramBar[];
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
  readonly maxCount: number;
  readonly xOf: (value: number) => number;
  /** The value under a place; places outside give the ends of the axis. */
  readonly valueAt: (x: number) => number;
};

export type HistogramOptions = {
  readonly width: number;
  readonly height: number;
  readonly numBars?: number;
  readonly numTicks?: number;
};

/**
 * @param values one column, shape [numRows]; NaN is not counted
 * @param shownRows indexes of the rows that the table shows
 */
export function histogramLayout(
  values: Float64Array,
  shownRows: Uint32Array,
  { width, height, numBars = 24, numTicks = 4 }: HistogramOptions,
): HistogramLayout {
  const scale = niceScale(values, numBars).range([0, width]);
  const [start = 0, end = 1] = scale.domain();
  const inner = scale.ticks(numBars).filter((tick) => tick > start && tick < end);
  const edges = [start, ...inner, end];
  const barOf = barFinder(edges);
  const counts = new Uint32Array(edges.length - 1);
  const numShown = new Uint32Array(edges.length - 1);
  for (let row = 0; row < values.length; row++) countInto(counts, barOf(values[row] ?? NaN));
  for (let place = 0; place < shownRows.length; place++)
    countInto(numShown, barOf(values[shownRows[place] ?? 0] ?? NaN));

  const maxCount = counts.reduce((most, count) => Math.max(most, count), 0);
  const heightOf = scaleLinear([0, Math.max(1, maxCount)], [0, height]);
  const bars = Array.from(counts, (count, index): HistogramBar => {
    const low = edges[index] ?? start;
    const high = edges[index + 1] ?? end;
    return {
      low,
      high,
      count,
      numShown: numShown[index] ?? 0,
      x: scale(low),
      width: scale(high) - scale(low),
      height: heightOf(count),
      shownHeight: heightOf(numShown[index] ?? 0),
    };
  });
  return {
    bars,
    ticks: scale.ticks(numTicks).map((value) => ({ value, x: scale(value) })),
    maxCount,
    xOf: scale,
    valueAt: (x) => scale.invert(Math.min(width, Math.max(0, x))),
  };
}

function countInto(counts: Uint32Array, index: number): void {
  if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
}

/** The bar of a value, -1 for none. Bars are equally wide (the outer two may be less), so that the place is computed. */
function barFinder(edges: readonly number[]): (value: number) => number {
  const start = edges[0] ?? 0;
  const end = edges[edges.length - 1] ?? 1;
  const numBars = edges.length - 1;
  const firstInner = edges[1] ?? end;
  const step = numBars > 2 ? (edges[2] ?? end) - firstInner : end - start;
  return (value) => {
    if (!(value >= start && value <= end)) return -1;
    let index = Math.max(0, Math.min(numBars - 1, 1 + Math.floor((value - firstInner) / step)));
    // The division may be off by one unit in the last place; the edges decide.
    while (index > 0 && value < (edges[index] ?? start)) index--;
    while (index < numBars - 1 && value >= (edges[index + 1] ?? end)) index++;
    return index;
  };
}

/** Ends on round numbers; one value alone still gets an axis with two ends. Values that are not finite do not count. */
export function niceScale(values: Float64Array, numTicks: number) {
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? NaN;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return scaleLinear([0, 1], [0, 1]);
  const margin = low === high ? Math.abs(low) * 0.01 || 0.5 : 0;
  return scaleLinear([low - margin, high + margin], [0, 1]).nice(numTicks);
}
