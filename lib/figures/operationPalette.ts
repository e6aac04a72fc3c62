import { color, hcl, type ColorCommonInstance } from "d3";
import type { Node } from "../core/architecture";
import { operationLabel, type SearchSpace } from "../core/searchSpace";

export type OperationPaint = {
  /** CSS colour of the cell. */
  readonly fill: string;
  /** CSS colour of text on it, readable on `fill` in both themes. */
  readonly ink: string;
  /** Name of the operation, the second channel beside colour. */
  readonly label: string;
};

// Hues far enough apart to be told apart with the common colour-vision deficiencies (after Okabe and Ito).
const HUES = [250, 55, 165, 350, 95, 300, 210, 20, 130, 330];
const LIGHTEST = 82;
const DARKEST = 46;

/**
 * Paints of operations, the same everywhere for one search space: one feature chooses the hue (the operation where
 * it differs, else the last feature), all others together the lightness (a larger code is darker), so that `e3k5` and
 * `e6k5` look related.
 */
export function operationPalette(space: Pick<SearchSpace, "nodeFeatures">): (node: Node) => OperationPaint {
  const features = space.nodeFeatures;
  const hueIndex = hueFeature(features);
  const numSteps = features.reduce(
    (sum, feature, index) => sum + (index === hueIndex ? 0 : Math.max(0, stepsOf(feature) - 1)),
    0,
  );
  return (node) => {
    const hueCode = Math.max(0, Math.round(fractionOrCode(features[hueIndex], node[hueIndex] ?? 0)));
    const steps = features.reduce(
      (sum, feature, index) => sum + (index === hueIndex ? 0 : fractionOrCode(feature, node[index] ?? 0)),
      0,
    );
    const darkness = numSteps === 0 ? ((hueCode * 5) % 7) / 9 : steps / numSteps;
    const lightness = LIGHTEST - (LIGHTEST - DARKEST) * Math.min(1, Math.max(0, darkness));
    const fill = hcl(HUES[hueCode % HUES.length] ?? 250, 44, lightness);
    return {
      fill: fill.formatHex(),
      ink: inkOn(fill),
      label: operationLabel(space, node),
    };
  };
}

const DARK_INK = "#111418";
const LIGHT_INK = "#ffffff";

/** The ink with the greater contrast (WCAG): at one lightness hues differ too much in luminance for a fixed bound. */
function inkOn(fill: ColorCommonInstance): string {
  const ground = luminance(fill);
  const dark = luminance(color(DARK_INK) ?? fill);
  return (ground + 0.05) / (dark + 0.05) >= 1.05 / (ground + 0.05) ? DARK_INK : LIGHT_INK;
}

/** Relative luminance of WCAG 2, 0 to 1. */
function luminance(fill: ColorCommonInstance): number {
  const { r, g, b } = fill.rgb().clamp();
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

type FeatureLike = SearchSpace["nodeFeatures"][number];

/** Index of the feature that names the operation, where operations differ; else null. */
export function operationFeature(features: readonly FeatureLike[]): number | null {
  const index = features.findIndex(({ name, values }) => name === "op" && values.length > 1);
  return index >= 0 ? index : null;
}

const hueFeature = (features: readonly FeatureLike[]): number =>
  operationFeature(features) ?? features.length - 1;

const CONTINUOUS_STEPS = 8;

const stepsOf = (feature: FeatureLike): number =>
  feature.kind === "continuous" ? CONTINUOUS_STEPS : feature.values.length;

/** A code for discrete features; for continuous ones the place in their range, in CONTINUOUS_STEPS steps. */
function fractionOrCode(feature: FeatureLike | undefined, code: number): number {
  if (feature?.kind !== "continuous") return code;
  const [low, high] = feature.values.map(Number);
  if (low === undefined || high === undefined || high <= low) return 0;
  return ((code - low) / (high - low)) * (CONTINUOUS_STEPS - 1);
}
