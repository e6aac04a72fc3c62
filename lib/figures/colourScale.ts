import {
  extent,
  interpolateLab,
  interpolateViridis,
  lab,
  piecewise,
  scaleDiverging,
  scaleSequential,
  ticks,
} from "d3";

/** Numbers as colours, with what a legend needs to say about them. */
export type ColourScale = {
  readonly domain: readonly [low: number, high: number];
  /** The value in the middle of a diverging scale; null for a sequential one. */
  readonly middle: number | null;
  /** CSS colour; values beyond the domain take the colour of its end. */
  readonly colour: (value: number) => string;
  /** CSS colour of text that is readable on `colour(value)`. */
  readonly ink: (value: number) => string;
};

const DARK_INK = "#111418";
const LIGHT_INK = "#ffffff";
/** CIE lightness from which dark text has the higher contrast. */
const LIGHT_FROM = 56;

// Blue and orange of equal lightness on both sides of a light grey: told apart with every common colour-vision
// deficiency, and equal steps look equal because they are interpolated in CIELAB.
const blueOrange = piecewise(interpolateLab, ["#14518f", "#7fb1de", "#f0f0ee", "#f2a65a", "#a34a00"]);

/** Viridis over the finite values: for norms, where only more and less have a meaning. */
export function sequentialScale(values: Iterable<number>): ColourScale {
  const domain = finiteExtent(values);
  const scale = scaleSequential(domain, interpolateViridis).clamp(true);
  return { domain, middle: null, ...paints(scale) };
}

/** Blue below, orange above a stated middle, reaching equally far on both sides so that equal distances look equal. */
export function divergingScale(values: Iterable<number>, middle = 0): ColourScale {
  const [low, high] = finiteExtent(values);
  const reach = Math.max(Math.abs(high - middle), Math.abs(middle - low)) || 1;
  const domain = [middle - reach, middle + reach] as const;
  const scale = scaleDiverging([domain[0], middle, domain[1]], blueOrange).clamp(true);
  return { domain, middle, ...paints(scale) };
}

/** Evenly spaced colours from the low to the high end, for the bar of a legend. */
export function legendStops(
  scale: ColourScale,
  count = 24,
): { readonly offset: number; readonly colour: string }[] {
  const [low, high] = scale.domain;
  return Array.from({ length: count }, (_, index) => {
    const offset = index / (count - 1);
    return { offset, colour: scale.colour(low + (high - low) * offset) };
  });
}

/** Round numbers inside the domain with their place on the bar, 0..1. */
export function legendTicks(
  scale: ColourScale,
  count = 4,
): { readonly value: number; readonly offset: number }[] {
  const [low, high] = scale.domain;
  return ticks(low, high, count).map((value) => ({ value, offset: (value - low) / (high - low) }));
}

function paints(scale: (value: number) => string): Pick<ColourScale, "colour" | "ink"> {
  return {
    colour: scale,
    ink: (value) => (lab(scale(value)).l > LIGHT_FROM ? DARK_INK : LIGHT_INK),
  };
}

function finiteExtent(values: Iterable<number>): [number, number] {
  const [low, high] = extent([...values].filter(Number.isFinite));
  if (low === undefined || high === undefined) return [0, 1];
  // One value alone still needs a bar with two ends.
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}
