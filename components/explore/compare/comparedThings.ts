import { encodeModule } from "@/lib/core/moduleCode";
import type { Node } from "@/lib/core/architecture";
import type { Module, ModuleScore } from "@/lib/core/module";
import type { FeatureValue, SearchSpace } from "@/lib/core/searchSpace";
import { compareScores, type Comparison, type Keyed } from "@/lib/figures/compare/compareScores";
import {
  featureDifferenceGrid,
  positionDifferenceGrid,
  valueKey,
  type DifferenceGrid,
} from "@/lib/figures/compare/differenceCells";
import type { Evidence } from "@/lib/figures/evidence";
import { featureRows } from "@/lib/figures/featureMatrix";
import { positionMatrix } from "@/lib/figures/positionMatrix";
import type { FeatureScore } from "@/lib/predictor/predictor";
import { moduleLabel, modulePlace } from "../moduleWords";

/** One predictor's word on a thing: what the figure colours, and the score that it comes from. */
export type ComparedSide = {
  /** The score less what its figure compares it with; the score itself in rankings. */
  readonly value: number;
  readonly evidence: Evidence;
};

/** One thing that the first predictor scores, and mostly the second too. */
export type ComparedThing = {
  readonly key: string;
  /** `e6k5 at unit 2, layer 1` */
  readonly label: string;
  readonly module: Module | null;
  readonly first: ComparedSide;
  readonly second: ComparedSide | null;
};

export type ComparedThings = {
  readonly things: readonly ComparedThing[];
  /** The heatmap that a difference can be drawn on; null for rankings. */
  readonly grid: DifferenceGrid | null;
  /** What values are differences from: `the unit's mean`; null where they are scores. */
  readonly against: string | null;
};

type Named = { readonly key: string; readonly label: string; readonly module: Module | null };
type Sided = Named & ComparedSide;

/** What both say of the same things, in the order of the first. */
function paired(firsts: readonly Sided[], seconds: readonly Sided[]): ComparedThing[] {
  const others = new Map(seconds.map((one) => [one.key, one]));
  return firsts.map(({ key, label, module, value, evidence }) => {
    const other = others.get(key);
    return {
      key,
      label,
      module,
      first: { value, evidence },
      second: other ? { value: other.value, evidence: other.evidence } : null,
    };
  });
}

/** `kernel 7`; a unit's name says that it is one. */
const valueLabel = (feature: string, value: FeatureValue): string =>
  feature === "unit" && String(value).startsWith("unit") ? String(value) : valueKey(feature, value);

/** Values of features, each against the mean of its feature. */
export function comparedFeatures(
  space: SearchSpace,
  first: readonly FeatureScore[],
  second: readonly FeatureScore[],
): ComparedThings {
  const [rows, otherRows] = [featureRows(first, space), featureRows(second, space)];
  const sidesOf = (of: typeof rows): Sided[] =>
    of.flatMap(({ cells }) =>
      cells.map((cell) => {
        const key = valueKey(cell.feature, cell.value);
        return {
          key,
          label: valueLabel(cell.feature, cell.value),
          module: null,
          value: cell.effect,
          evidence: cell,
        };
      }),
    );
  return {
    things: paired(sidesOf(rows), sidesOf(otherRows)),
    grid: featureDifferenceGrid(rows),
    against: "the feature's mean",
  };
}

/** Operations alone in their places, each against the mean of its unit. */
export function comparedPositions(
  space: SearchSpace,
  operations: readonly Node[],
  first: readonly ModuleScore[],
  second: readonly ModuleScore[],
): ComparedThings {
  const matrix = positionMatrix(space, operations, first);
  const sidesOf = ({ cells }: typeof matrix): Sided[] =>
    cells.map(({ module, effect, evidence }) => ({ ...named(space, module), value: effect, evidence }));
  return {
    things: paired(sidesOf(matrix), sidesOf(positionMatrix(space, operations, second))),
    grid: positionDifferenceGrid(space, matrix),
    against: "the unit's mean",
  };
}

/** Modules of one ranking by their scores. */
export function comparedRankings(
  space: SearchSpace,
  first: readonly ModuleScore[],
  second: readonly ModuleScore[],
): ComparedThings {
  const sidesOf = (scores: readonly ModuleScore[]): Sided[] =>
    scores.map((score) => ({ ...named(space, score), value: score.score, evidence: score }));
  return { things: paired(sidesOf(first), sidesOf(second)), grid: null, against: null };
}

const named = (space: SearchSpace, module: Module): Named => ({
  key: encodeModule(module),
  label: `${moduleLabel(space, module)} at ${modulePlace(space, module)}`,
  module,
});

/** How far both agree on things, and where they do not. */
export const comparisonOf = (things: readonly ComparedThing[]): Comparison =>
  compareScores(
    things.map(({ key, first }) => keyed(key, first)),
    things.flatMap(({ key, second }) => (second ? [keyed(key, second)] : [])),
  );

/** A side with its interval, which is that of the score, moved with it. */
const keyed = (key: string, { value, evidence: { score, low, high } }: ComparedSide): Keyed => ({
  key,
  score: value,
  low: low - score + value,
  high: high - score + value,
});
