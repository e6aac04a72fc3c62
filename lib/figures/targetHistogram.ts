import { bin, extent, scaleLinear } from "d3";
import type { Tick } from "./lossCurve";

export type HistogramLayout = {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly bars: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly low: number;
    readonly high: number;
    readonly count: number;
  }[];
  readonly xTicks: readonly Tick[];
  /** Rows in the tallest bar. */
  readonly most: number;
};

/** How the targets of a dataset are spread. Rows without a target (NaN) are left out. */
export function targetHistogramLayout(
  values: Iterable<number>,
  { width = 460, height = 120, numBins = 40 }: { width?: number; height?: number; numBins?: number } = {},
): HistogramLayout {
  const finite = [...values].filter(Number.isFinite);
  const [low = 0, high = 1] = extent(finite);
  const x = scaleLinear(low === high ? [low - 0.5, high + 0.5] : [low, high], [8, width - 8]).nice();
  const [start = 0, end = 1] = x.domain();
  const bins = bin().domain([start, end]).thresholds(x.ticks(numBins))(finite);
  const most = Math.max(1, ...bins.map((rows) => rows.length));
  const baseline = height - 22;
  const y = scaleLinear([0, most], [baseline, 12]);
  return {
    width,
    height,
    baseline,
    most,
    bars: bins.flatMap((rows) => {
      const { x0 = start, x1 = end, length: count } = rows;
      if (count === 0) return [];
      const left = x(x0);
      return [
        {
          x: left,
          y: y(count),
          width: Math.max(1, x(x1) - left - 1),
          height: baseline - y(count),
          low: x0,
          high: x1,
          count,
        },
      ];
    }),
    xTicks: x.ticks(4).map((value) => ({ value, position: x(value) })),
  };
}
