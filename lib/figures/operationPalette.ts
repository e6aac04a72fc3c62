import { hcl } from "d3";
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
    return {
      fill: hcl(HUES[hueCode % HUES.length] ?? 250, 44, lightness).formatHex(),
      ink: lightness > 60 ? "#111418" : "#ffffff",
      label: operationLabel(space, node),
    };
  };
}

type FeatureLike = SearchSpace["nodeFeatures"][number];

function hueFeature(features: readonly FeatureLike[]): number {
  const operation = features.findIndex(({ name, values }) => name === "op" && values.length > 1);
  return operation >= 0 ? operation : features.length - 1;
}

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
