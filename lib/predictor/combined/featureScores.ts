import type { Architecture, Node } from "../../core/architecture";
import { globalValues } from "../../core/globalValues";
import { globalsModule, type Module } from "../../core/module";
import {
  featureValue,
  layerName,
  operationKey,
  type FeatureValue,
  type SearchSpace,
} from "../../core/searchSpace";
import { typicalGlobals } from "../autobuild/typicalGlobals";
import type { FeatureScore } from "../predictor";
import type { ModuleReader } from "./combinedPredictor";
import { jackknifeInterval } from "../jackknife";

/** Operations looked at per place. */
const MOST_OPERATIONS = 64;

type Trial = { readonly module: Module; readonly values: Float64Array };

/**
 * Every row of the feature figure, from scores of single nodes (hop 0). A value of a feature: the mean score of nodes
 * that have it, over all places where it was seen. A unit or a layer: the mean, over its places, of the best node's
 * score, so that places rank by what choosing well in them is worth. Features of whole architectures come last.
 */
export async function scoreFeatures(
  space: SearchSpace,
  labelled: readonly Architecture[],
  score: ModuleReader,
  toTarget: (latent: number) => number,
): Promise<FeatureScore[]> {
  const modules = operationsByPlace(labelled);
  const read = await score(modules);
  const trials = modules.map((module, index): Trial => ({
    module,
    values: read[index]?.values ?? new Float64Array(),
  }));
  const summary = (
    feature: string,
    value: FeatureValue,
    kept: readonly Trial[],
    holds: (architecture: Architecture) => boolean,
  ): FeatureScore[] => {
    const [first] = kept;
    if (first === undefined) return [];
    const mean = first.values.map(
      (_, output) => kept.reduce((sum, { values }) => sum + (values[output] as number), 0) / kept.length,
    );
    const { value: middle, low, high } = jackknifeInterval(mean, toTarget);
    return [{ feature, value, score: middle, low, high, support: labelled.filter(holds).length }];
  };

  const units = space.units.flatMap((unit, unitIndex) =>
    summary(
      "unit",
      unit.name,
      bestByPlace(trials.filter(({ module }) => module.unitIndex === unitIndex)),
      ({ units: held }) => (held[unitIndex]?.length ?? 0) > 0,
    ),
  );
  const [only] = space.units;
  const longest = Math.max(0, ...space.units.flatMap(({ lengths }) => lengths));
  const layers = Array.from({ length: longest }, (_, layer) =>
    summary(
      "layer",
      only?.layerNames && space.units.length === 1 ? layerName(only, layer) : layer + 1,
      bestByPlace(trials.filter(({ module }) => module.layers[0] === layer)),
      ({ units: held }) => held.some((unit) => unit.length > layer),
    ),
  ).flat();
  const values = space.nodeFeatures.flatMap((feature, index) =>
    feature.kind === "continuous"
      ? []
      : feature.values.flatMap((value, code) =>
          summary(
            feature.name,
            featureValue(feature, code) ?? value,
            trials.filter(({ module }) => module.nodes[0]?.[index] === code),
            ({ units: held }) => held.some((unit) => unit.some((node) => node[index] === code)),
          ),
        ),
  );
  return [...units, ...layers, ...values, ...(await scoreGlobals(space, labelled, score, toTarget))];
}

/** Values of the features of whole architectures, the other such features as they are most often. */
async function scoreGlobals(
  space: SearchSpace,
  labelled: readonly Architecture[],
  score: ModuleReader,
  toTarget: (latent: number) => number,
): Promise<FeatureScore[]> {
  const typical = typicalGlobals(space, labelled);
  const tried = globalValues(space, labelled);
  const read = await score(
    tried.map(({ featureIndex, code }) => globalsModule(typical.with(featureIndex, code))),
  );
  return tried.map(({ feature, value, support }, index) => {
    const interval = jackknifeInterval(read[index]?.values ?? new Float64Array(), toTarget);
    return { feature, value, score: interval.value, low: interval.low, high: interval.high, support };
  });
}

/** Single nodes at the places where they were seen. */
function operationsByPlace(labelled: readonly Architecture[]): Module[] {
  const places = new Map<string, { unitIndex: number; layer: number; nodes: Map<string, Node> }>();
  for (const { units } of labelled)
    units.forEach((unit, unitIndex) =>
      unit.forEach((node, layer) => {
        const key = `${unitIndex}.${layer}`;
        const place = places.get(key) ?? { unitIndex, layer, nodes: new Map<string, Node>() };
        places.set(key, place);
        if (place.nodes.size < MOST_OPERATIONS) place.nodes.set(operationKey(node), node);
      }),
    );
  return [...places.values()].flatMap(({ unitIndex, layer, nodes }) =>
    [...nodes.values()].map((node) => ({ unitIndex, layers: [layer], nodes: [node] })),
  );
}

function bestByPlace(trials: readonly Trial[]): Trial[] {
  const best = new Map<string, Trial>();
  for (const trial of trials) {
    const key = `${trial.module.unitIndex}.${trial.module.layers[0]}`;
    const known = best.get(key);
    if (known === undefined || (trial.values[0] ?? 0) > (known.values[0] ?? 0)) best.set(key, trial);
  }
  return [...best.values()];
}
