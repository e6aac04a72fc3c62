import { scaleLinear } from "d3";

/** A difference with its interval; NaN ends where there is none. */
export type Difference = {
  readonly name: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
};

export type DifferenceBars = {
  /** The place of no difference at all. */
  readonly zeroX: number;
  /** Ends of the scale, in units of the target. */
  readonly domain: readonly [low: number, high: number];
  readonly bars: readonly {
    readonly name: string;
    /** Null where the difference is not a number. */
    readonly x: number | null;
    /** Null where there is no interval. */
    readonly interval: readonly [x0: number, x1: number] | null;
  }[];
};

/** Places of differences on one scale that holds zero, pixels. */
export function differenceBars(
  differences: readonly Difference[],
  width: number,
  padding = 8,
): DifferenceBars {
  const values = differences.flatMap(({ mean, low, high }) => [mean, low, high]).filter(Number.isFinite);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const domain = low < high ? ([low, high] as const) : ([-1, 1] as const);
  const scale = scaleLinear(domain, [padding, width - padding]);
  return {
    zeroX: scale(0),
    domain,
    bars: differences.map(({ name, mean, low: from, high: to }) => ({
      name,
      x: Number.isFinite(mean) ? scale(mean) : null,
      interval: Number.isFinite(from) && Number.isFinite(to) ? [scale(from), scale(to)] : null,
    })),
  };
}
