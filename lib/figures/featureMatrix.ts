import { group } from "d3";
import type { Feature, FeatureValue, SearchSpace } from "../core/searchSpace";
import { isUncertain, isUnseen, meanScore, type Evidence } from "./evidence";

/** One value of one feature: what it scores and how that differs from the other values of the feature. */
export type FeatureCell = Evidence & {
  readonly feature: string;
  readonly value: FeatureValue;
  /** Score minus the mean score of the feature's values. */
  readonly effect: number;
  readonly unseen: boolean;
  readonly uncertain: boolean;
};

export type FeatureRow = {
  readonly feature: string;
  readonly mean: number;
  /** Largest minus smallest score: how much the choice of the value matters. */
  readonly spread: number;
  readonly cells: readonly FeatureCell[];
};

type FeatureEvidence = Evidence & { readonly feature: string; readonly value: FeatureValue };

/**
 * One row a feature with more than one value, in the order of the scores; values in their natural order. Effects are relative to the row:
 * hop-0 scores of differing features are added up, so only differences inside a feature say which value is better.
 */
export function featureRows(
  scores: readonly FeatureEvidence[],
  space: Pick<SearchSpace, "nodeFeatures">,
): FeatureRow[] {
  const byFeature = group(scores, ({ feature }) => feature);
  const comparable = [...byFeature].filter(([, ofFeature]) => ofFeature.length > 1);
  return comparable.map(([feature, ofFeature]) => {
    const mean = meanScore(ofFeature);
    const known = space.nodeFeatures.find(({ name }) => name === feature);
    const finite = ofFeature.map(({ score }) => score).filter(Number.isFinite);
    return {
      feature,
      mean,
      spread: finite.length === 0 ? 0 : Math.max(...finite) - Math.min(...finite),
      cells: [...ofFeature].sort(naturalOrder(known)).map((evidence) => ({
        ...evidence,
        effect: evidence.score - mean,
        unseen: isUnseen(evidence),
        uncertain: isUncertain(evidence, mean),
      })),
    };
  });
}

/** Order of the feature's own values where the space knows it; else numbers ascend and texts stay as they came. */
function naturalOrder(feature: Feature | undefined): (a: FeatureEvidence, b: FeatureEvidence) => number {
  return (a, b) => {
    if (feature !== undefined && feature.kind !== "continuous")
      return feature.values.indexOf(a.value) - feature.values.indexOf(b.value);
    return typeof a.value === "number" && typeof b.value === "number" ? a.value - b.value : 0;
  };
}
