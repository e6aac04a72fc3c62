/** Predictions with their intervals against what was measured afterwards, on one square scale. */
import { extent, scaleLinear } from "d3";
import type { Tick } from "./lossCurve";

export type CameOutPoint = {
  readonly x: number;
  readonly y: number;
  /** Ends of the interval: low is further down. */
  readonly yLow: number;
  readonly yHigh: number;
  readonly isInside: boolean;
};

export type CameOutLayout = {
  readonly size: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly points: readonly CameOutPoint[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
};

type Outcome = {
  readonly predicted: { readonly value: number; readonly low: number; readonly high: number };
  readonly measured: number;
};

/** Whether the measurement lies in the interval of its prediction. */
export const isInside = ({ predicted: { low, high }, measured }: Outcome): boolean =>
  low <= measured && measured <= high;

/** Both axes share one scale, so that a right prediction lies on the diagonal. @param outcomes finite throughout */
export function cameOutLayout(outcomes: readonly Outcome[], size = 280): CameOutLayout {
  const plot = { left: 56, right: size - 16, top: 24, bottom: size - 40 };
  const [low = 0, high = 1] = extent(
    outcomes.flatMap(({ predicted, measured }) => [predicted.value, predicted.low, predicted.high, measured]),
  );
  const pad = high > low ? 0 : 0.5;
  const x = scaleLinear([low - pad, high + pad], [plot.left, plot.right]).nice(4);
  const y = scaleLinear(x.domain(), [plot.bottom, plot.top]);
  const ticks = x.ticks(4);
  return {
    size,
    plot,
    points: outcomes.map((outcome) => ({
      x: x(outcome.measured),
      y: y(outcome.predicted.value),
      yLow: y(outcome.predicted.low),
      yHigh: y(outcome.predicted.high),
      isInside: isInside(outcome),
    })),
    xTicks: ticks.map((value) => ({ value, position: x(value) })),
    yTicks: ticks.map((value) => ({ value, position: y(value) })),
  };
}
