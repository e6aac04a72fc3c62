import { extent, scaleLinear } from "d3";
import type { Tick } from "./lossCurve";

export type PredictedMeasuredLayout = {
  readonly size: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly measured: number;
    readonly predicted: number;
  }[];
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
};

/**
 * Predicted against measured targets of held-out rows. Both axes share one scale, so that the diagonal from corner to
 * corner is a perfect prediction.
 * @param shared the range of both axes where several plots are to be compared; else that of the values
 */
export function predictedMeasuredLayout(
  heldOut: { readonly measured: readonly number[]; readonly predicted: readonly number[] },
  size = 320,
  shared: readonly [number, number] | null = null,
): PredictedMeasuredLayout {
  const plot = { left: 56, right: size - 24, top: 24, bottom: size - 44 };
  const pairs = heldOut.measured.flatMap((measured, index) => {
    const predicted = heldOut.predicted[index] ?? NaN;
    return Number.isFinite(measured) && Number.isFinite(predicted) ? [{ measured, predicted }] : [];
  });
  const [low = 0, high = 1] =
    shared ?? extent(pairs.flatMap(({ measured, predicted }) => [measured, predicted]));
  const pad = high > low ? 0 : 0.5;
  const x = scaleLinear([low - pad, high + pad], [plot.left, plot.right]).nice(4);
  const y = scaleLinear(x.domain(), [plot.bottom, plot.top]);
  const ticks = x.ticks(4);
  return {
    size,
    plot,
    points: pairs.map((pair) => ({ ...pair, x: x(pair.measured), y: y(pair.predicted) })),
    xTicks: ticks.map((value) => ({ value, position: x(value) })),
    yTicks: ticks.map((value) => ({ value, position: y(value) })),
  };
}

/**
 * Share of pairs of architectures that predictions put in the measured order; a tied prediction counts half, pairs
 * measured as equal do not count. Harrell's C.
 * @returns 0..1; NaN where no pair differs
 */
export function concordance(predicted: readonly number[], measured: readonly number[]): number {
  let right = 0;
  let pairs = 0;
  for (let i = 0; i < measured.length; i++)
    for (let j = 0; j < i; j++) {
      const order = Math.sign((measured[i] ?? NaN) - (measured[j] ?? NaN));
      const guess = Math.sign((predicted[i] ?? NaN) - (predicted[j] ?? NaN));
      if (order === 0 || Number.isNaN(order) || Number.isNaN(guess)) continue;
      pairs++;
      right += guess === 0 ? 0.5 : guess === order ? 1 : 0;
    }
  return right / pairs;
}

/** `9 times in 10`, `93 times in 100`. */
export function timesIn(share: number): string {
  const percent = Math.round(share * 100);
  return percent % 10 === 0 ? `${percent / 10} times in 10` : `${percent} times in 100`;
}
