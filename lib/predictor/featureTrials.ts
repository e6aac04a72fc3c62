/** Scores of the feature figure for predictors without embeddings: values are tried in measured architectures. */
import type { Architecture, Node } from "../core/architecture";
import { globalValues } from "../core/globalValues";
import { featureValue, operationKey, type FeatureValue, type SearchSpace } from "../core/searchSpace";
import { withModule } from "./moduleContexts";

/** A predictor without embeddings, as trials ask it. */
export type Asked<Answer, Belief> = {
  readonly ask: (architecture: Architecture) => Answer;
  readonly expected: (answer: Answer) => number;
  /** What it believes of the mean target over architectures. */
  readonly meanOver: (answers: readonly Answer[]) => Belief;
};

/** Belief about the mean target with a value in place. */
export type FeatureBelief<Belief> = {
  readonly feature: string;
  readonly value: FeatureValue;
  readonly belief: Belief;
  readonly support: number;
};

/** Operations tried per place. */
const MOST_OPERATIONS = 48;

type Trial<Answer> = { readonly operation: Node; readonly answer: Answer };
/** Trials of one background row at one place, one per operation. */
type Place<Answer> = {
  readonly unitIndex: number;
  readonly layerIndex: number;
  readonly trials: readonly Trial<Answer>[];
};

/**
 * Every row of the feature figure. A value of a feature: the mean target when one node of a row takes it, over rows
 * and places. A unit or a layer: the mean target when one of its nodes takes the operation that is best there, so
 * that places rank by what choosing well in them is worth.
 */
export function featureBeliefs<Answer, Belief>(
  space: SearchSpace,
  { ask, expected, meanOver }: Asked<Answer, Belief>,
  rows: readonly Architecture[],
  labelled: readonly Architecture[],
): FeatureBelief<Belief>[] {
  const places = tryOperations(ask, rows, labelled);
  const summarise = (
    feature: string,
    value: FeatureValue,
    trials: readonly Trial<Answer>[],
    holds: (architecture: Architecture) => boolean,
  ): FeatureBelief<Belief>[] =>
    trials.length === 0
      ? []
      : [
          {
            feature,
            value,
            belief: meanOver(trials.map(({ answer }) => answer)),
            support: labelled.filter(holds).length,
          },
        ];
  const bestOf = (kept: readonly Place<Answer>[]) =>
    kept.flatMap(({ trials }) =>
      trials.reduce((best, trial) => (expected(trial.answer) > expected(best.answer) ? trial : best)),
    );

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
    const answers = rows.map((row) => ask({ ...row, globals: row.globals.with(featureIndex, code) }));
    return { feature, value, support, belief: meanOver(answers) };
  });
  return [...units, ...layers, ...values, ...globals];
}

/** Puts every operation seen at a place of the labelled rows into that place of every background row. */
function tryOperations<Answer>(
  ask: (architecture: Architecture) => Answer,
  rows: readonly Architecture[],
  labelled: readonly Architecture[],
): Place<Answer>[] {
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
          return changed === null ? [] : [{ operation, answer: ask(changed) }];
        });
        return { unitIndex, layerIndex, trials };
      }),
    ),
  );
}
