import { bin, extent, scaleLinear } from "d3";

export type StandingLayout = {
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
  readonly bars: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
  /** Where the prediction and the ends of its interval lie; null without a prediction. */
  readonly mark: { readonly x: number; readonly x0: number; readonly x1: number } | null;
};

export type Mark = { readonly value: number; readonly low: number; readonly high: number };

/**
 * Measured targets as a histogram with a prediction on the same axis: where would it stand? The axis covers both, so
 * that a prediction beyond everything measured is seen as that.
 * @param measured raw targets; those that are not finite are left out
 */
export function standingLayout(
  measured: Iterable<number>,
  prediction: Mark | null,
  { width = 560, height = 96, numBins = 48 }: { width?: number; height?: number; numBins?: number } = {},
): StandingLayout {
  const values = [...measured].filter(Number.isFinite);
  const reach = prediction === null ? [] : [prediction.low, prediction.value, prediction.high];
  const [low = 0, high = 1] = extent([...values, ...reach.filter(Number.isFinite)]);
  const scale = scaleLinear(low === high ? [low - 0.5, high + 0.5] : [low, high], [10, width - 10]).nice();
  const [start = 0, end = 1] = scale.domain();
  const bins = bin().domain([start, end]).thresholds(scale.ticks(numBins))(values);
  const most = Math.max(1, ...bins.map(({ length }) => length));
  const baseline = height - 22;
  const heightOf = scaleLinear([0, most], [0, baseline - 16]);
  return {
    width,
    height,
    baseline,
    bars: bins
      .filter(({ length }) => length > 0)
      .map(({ x0 = start, x1 = end, length }) => ({
        x: scale(x0),
        y: baseline - heightOf(length),
        width: Math.max(1, scale(x1) - scale(x0) - 1),
        height: heightOf(length),
      })),
    ticks: scale.ticks(5).map((value) => ({ value, x: scale(value) })),
    mark:
      prediction === null
        ? null
        : { x: scale(prediction.value), x0: scale(prediction.low), x1: scale(prediction.high) },
  };
}
