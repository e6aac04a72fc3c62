import type { Schedule } from "./settings";

/** Share of the steps in which the rate rises: large first steps would unsettle what batch norm averages. */
const RISE = 0.1;

/**
 * The learning rate of a step. A constant rate is what was published; along a cosine (Loshchilov & Hutter 2017,
 * without restarts) a network of a few hundred steps ends where it settles, not where the last batches threw it.
 * @param step 1 for the first
 */
export function learningRateAt(
  step: number,
  numSteps: number,
  { learningRate, schedule }: { readonly learningRate: number; readonly schedule: Schedule },
): number {
  if (schedule === "constant") return learningRate;
  const rising = Math.max(1, Math.round(RISE * numSteps));
  if (step <= rising) return (learningRate * step) / rising;
  const done = Math.min(1, (step - rising) / Math.max(1, numSteps - rising));
  return (learningRate * (1 + Math.cos(Math.PI * done))) / 2;
}
