/**
 * What noise looks like. A predictor of the same kind is fitted to shuffled targets, where by construction nothing
 * matters; the effects that it claims there, within their intervals, are the band that real effects must leave.
 */

/** An effect (score minus the mean it is compared with) and the ends of its 90 % interval, measured from that mean. */
export type Effect = { readonly effect: number; readonly low: number; readonly high: number };

export type NullBand = { readonly low: number; readonly high: number; readonly numEffects: number };

/** Share of what noise does that lies in the band. */
export const BAND_SHARE = 0.9;

/** A 90 % interval of a normal variable reaches so many standard deviations to each side. */
const REACH_90 = 1.6448536;
const NUM_HALVINGS = 50;

/**
 * The band that holds the central 90 % of what a predictor of shuffled targets deems possible: the quantiles of all
 * its effects, each as wide as its interval. Effects alone would be too narrow a band: a predictor that finds nothing
 * shrinks them all to nothing, and says with its intervals how far off they may be. Without intervals the effects are
 * all there is, and the band holds their central 90 %.
 * @returns null where no effect is a number
 */
export function nullBand(effects: readonly Effect[], share = BAND_SHARE): NullBand | null {
  const finite = effects.filter(({ effect, low, high }) => [effect, low, high].every(Number.isFinite));
  if (finite.length === 0) return null;
  const spread = finite.map(({ effect, low, high }) => ({ effect, deviation: (high - low) / 2 / REACH_90 }));
  return {
    low: mixtureQuantile(spread, (1 - share) / 2),
    high: mixtureQuantile(spread, (1 + share) / 2),
    numEffects: finite.length,
  };
}

/** Whether noise alone does as much. */
export const isWithin = ({ low, high }: Pick<NullBand, "low" | "high">, effect: number): boolean =>
  low <= effect && effect <= high;

type Spread = { readonly effect: number; readonly deviation: number };

/** Where a draw from a random one of the normal variables lies below with probability p; found by halving. */
function mixtureQuantile(spread: readonly Spread[], p: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (const { effect, deviation } of spread) {
    low = Math.min(low, effect - 6 * deviation);
    high = Math.max(high, effect + 6 * deviation);
  }
  for (let step = 0; step < NUM_HALVINGS && low < high; step++) {
    const middle = (low + high) / 2;
    let below = 0;
    for (const one of spread) below += probabilityBelow(one, middle);
    if (below < p * spread.length) low = middle;
    else high = middle;
  }
  return high;
}

function probabilityBelow({ effect, deviation }: Spread, limit: number): number {
  if (deviation === 0) return effect <= limit ? 1 : 0;
  return normalBelow((limit - effect) / deviation);
}

/** Normal distribution function (Abramowitz and Stegun 26.2.17), right to seven decimals. */
function normalBelow(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const polynomial =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const above = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return x >= 0 ? 1 - above : above;
}
