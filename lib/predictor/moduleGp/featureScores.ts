import type { Architecture, Node } from "../../core/architecture";
import { globalValues } from "../../core/globalValues";
import { featureValue, operationKey, type FeatureValue, type SearchSpace } from "../../core/searchSpace";
import type { Belief, Posterior } from "./process";
import type { Encoder, Point } from "./encoder";
import { withModule } from "./modules";

/** Belief about the mean target with a value in place, on the latent scale. */
export type FeatureBelief = {
  readonly feature: string;
  readonly value: FeatureValue;
  readonly belief: Belief;
  readonly support: number;
};

/** Operations tried per place, and points that a variance is computed over (its cost is their square). */
const MOST_OPERATIONS = 48;
const MOST_POINTS = 64;

type Trial = { readonly operation: Node; readonly point: Point; readonly mean: number };
/** Trials of one background row at one place, one per operation. */
type Place = { readonly unitIndex: number; readonly layerIndex: number; readonly trials: readonly Trial[] };

/**
 * Every row of the feature figure. A value of a feature: the mean target when one node of a row takes it, over rows
 * and places. A unit or a layer: the mean target when one of its nodes takes the operation that is best there, so
 * that places rank by what choosing well in them is worth.
 */
export function featureBeliefs(
  space: SearchSpace,
  encoder: Encoder,
  posterior: Posterior,
  rows: readonly Architecture[],
  labelled: readonly Architecture[],
): FeatureBelief[] {
  const places = tryOperations(encoder, posterior, rows, labelled);
  const summarise = (
    feature: string,
    value: FeatureValue,
    trials: readonly Trial[],
    holds: (architecture: Architecture) => boolean,
  ): FeatureBelief[] =>
    trials.length === 0
      ? []
      : [{ feature, value, belief: summary(posterior, trials), support: labelled.filter(holds).length }];
  const bestOf = (kept: readonly Place[]) =>
    kept.flatMap(({ trials }) => trials.reduce((best, trial) => (trial.mean > best.mean ? trial : best)));

  const units = space.units.flatMap((unit, unitIndex) =>
    summarise(
      "unit",
      unit.name,
      bestOf(places.filter((place) => place.unitIndex === unitIndex)),
      ({ units: held }) => (held[unitIndex]?.length ?? 0) > 0,
    ),
  );
  const longest = Math.max(0, ...space.units.flatMap(({ lengths }) => lengths));
  const layers = Array.from({ length: longest }, (_, layerIndex) =>
    summarise(
      "layer",
      (space.units.length === 1 ? space.units[0]?.layerNames?.[layerIndex] : undefined) ?? layerIndex + 1,
      bestOf(places.filter((place) => place.layerIndex === layerIndex)),
      ({ units: held }) => held.some((unit) => unit.length > layerIndex),
    ),
  ).flat();
  const values = space.nodeFeatures.flatMap((feature, index) =>
    feature.kind === "continuous"
      ? []
      : feature.values.flatMap((value, code) =>
          summarise(
            feature.name,
            featureValue(feature, code) ?? value,
            places.flatMap(({ trials }) => trials.filter(({ operation }) => operation[index] === code)),
            ({ units: held }) => held.some((unit) => unit.some((node) => node[index] === code)),
          ),
        ),
  );
  const globals = globalValues(space, labelled).map(({ feature, value, featureIndex, code, support }) => {
    const points = rows.map((row) =>
      encoder.encode({ ...row, globals: row.globals.with(featureIndex, code) }),
    );
    return { feature, value, support, belief: posterior.meanOver(points) };
  });
  return [...units, ...layers, ...values, ...globals];
}

/** Puts every operation seen at a place of the labelled rows into that place of every background row. */
function tryOperations(
  encoder: Encoder,
  posterior: Posterior,
  rows: readonly Architecture[],
  labelled: readonly Architecture[],
): Place[] {
  return rows.flatMap((row) =>
    row.units.flatMap((unit, unitIndex) =>
      unit.map((_, layerIndex) => {
        const seen = new Map<string, Node>();
        for (const { units } of labelled) {
          const node = units[unitIndex]?.[layerIndex];
          if (node && seen.size < MOST_OPERATIONS) seen.set(operationKey(node), node);
        }
        const trials = [...seen.values()].flatMap((operation) => {
          const changed = withModule(row, { unitIndex, layers: [layerIndex], nodes: [operation] });
          if (changed === null) return [];
          const point = encoder.encode(changed);
          return [{ operation, point, mean: posterior.expected(point) }];
        });
        return { unitIndex, layerIndex, trials };
      }),
    ),
  );
}

function summary(posterior: Posterior, trials: readonly Trial[]): Belief {
  const stride = Math.ceil(trials.length / MOST_POINTS);
  const chosen = trials.filter((_, index) => index % stride === 0).map(({ point }) => point);
  return {
    mean: trials.reduce((sum, trial) => sum + trial.mean, 0) / trials.length,
    variance: posterior.meanOver(chosen).variance,
  };
}
