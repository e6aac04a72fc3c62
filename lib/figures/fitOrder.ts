import { formatValue, formatInteger } from "./format";
import { formatEffect } from "./evidence";
import type { Fitted } from "./fitSets";

/** Indexes of the points of a plot, in the two orders in which the arrow keys walk through them. */
export type FitOrder = {
  /** Smallest measured value first. */
  readonly byMeasured: readonly number[];
  /** Predicted most too low first, most too high last. */
  readonly byResidual: readonly number[];
};

export const residual = ({ measured, predicted }: Fitted): number => predicted - measured;

export function fitOrder(fitted: readonly Fitted[]): FitOrder {
  const sorted = (valueOf: (one: Fitted) => number): number[] => {
    const values = fitted.map(valueOf);
    return [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  };
  return { byMeasured: sorted(({ measured }) => measured), byResidual: sorted(residual) };
}

/** Which order a key walks through, and how far; the first and the last by measured value for Home and End. */
const STEPS: Readonly<Record<string, { readonly by: keyof FitOrder; readonly step: number }>> = {
  ArrowRight: { by: "byMeasured", step: 1 },
  ArrowLeft: { by: "byMeasured", step: -1 },
  ArrowUp: { by: "byResidual", step: 1 },
  ArrowDown: { by: "byResidual", step: -1 },
  Home: { by: "byMeasured", step: -Infinity },
  End: { by: "byMeasured", step: Infinity },
};

/**
 * The point that a key leads to: the next one in its order, or the same at its end.
 * @param from null where no point was reached yet: then every arrow key leads to the smallest measured one
 * @returns null for other keys, and where there is no point
 */
export function stepTo(order: FitOrder, from: number | null, key: string): number | null {
  const move = STEPS[key];
  if (move === undefined) return null;
  const indexes = order[move.by];
  if (from === null && Number.isFinite(move.step)) return order.byMeasured[0] ?? null;
  const at = from === null ? 0 : indexes.indexOf(from);
  return indexes[Math.min(indexes.length - 1, Math.max(0, at + move.step))] ?? null;
}

/** `net-7: measured 74.2, predicted 74.9, +0.7; 12 of 60 by measured value` */
export function pointWords(fitted: readonly Fitted[], order: FitOrder, index: number): string {
  const one = fitted[index];
  if (one === undefined) return "";
  const place = `${formatInteger(order.byMeasured.indexOf(index) + 1)} of ${formatInteger(fitted.length)} by measured value`;
  return `${one.id ?? "Not named in the predictor"}: measured ${formatValue(one.measured)}, predicted ${formatValue(one.predicted)}, ${formatEffect(residual(one))}; ${place}`;
}
