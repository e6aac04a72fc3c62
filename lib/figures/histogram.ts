import { bin, max, scaleLinear } from "d3";

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
  const finite = values.filter(Number.isFinite);
  const scale = niceScale(finite, numBars).range([0, width]);
  const [start = 0, end = 1] = scale.domain();
  // Thresholds on the domain's ends would open bars of no width there.
  const thresholds = scale.ticks(numBars).filter((tick) => tick > start && tick < end);
  const count = bin().domain([start, end]).thresholds(thresholds);
  const all = count(finite);
  const shown = count(Float64Array.from(shownRows, (row) => values[row] ?? NaN).filter(Number.isFinite));

  const maxCount = max(all, ({ length }) => length) ?? 0;
  const heightOf = scaleLinear([0, Math.max(1, maxCount)], [0, height]);
  const bars = all.map((members, index): HistogramBar => {
    const low = members.x0 ?? start;
    const high = members.x1 ?? end;
    const numShown = shown[index]?.length ?? 0;
    return {
      low,
      high,
      count: members.length,
      numShown,
      x: scale(low),
      width: scale(high) - scale(low),
      height: heightOf(members.length),
      shownHeight: heightOf(numShown),
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

/** Ends on round numbers; one value alone still gets an axis with two ends. */
export function niceScale(finite: Float64Array, numTicks: number) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of finite) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return scaleLinear([0, 1], [0, 1]);
  const margin = low === high ? Math.abs(low) * 0.01 || 0.5 : 0;
  return scaleLinear([low - margin, high + margin], [0, 1]).nice(numTicks);
}
