/** Which rows a predictor is fitted to, and which tell how good it is. */
import type { Architecture } from "../core/architecture";
import { seededRandom } from "../core/random";
import type { SearchSpace } from "../core/searchSpace";
import { GROUPING_FORMS, groupRows, parseGrouping, type RowGroups } from "../core/split/rowGroups";
import { foldRows, splitRows } from "../core/split/splitRows";
import type { FitMetrics, FitSettings, Problem } from "./predictor";

/** Rows of one fit, in an order free of meaning. */
export type Rows = { readonly architectures: readonly Architecture[]; readonly targets: Float64Array };

export type HeldOut = {
  readonly train: Rows;
  readonly test: Rows;
  /** For the record; nothing where no row was tied to another one. */
  readonly groups: Pick<FitMetrics, "groups">;
};

/** The setting `group`: automatic where it is absent. */
export const groupRule = ({ group }: Readonly<Record<string, unknown>>): string =>
  String(group ?? "automatic");

/**
 * Groups of rows by the setting `group`.
 * @throws RangeError for one that is no rule
 */
export function groupsOf(
  space: SearchSpace,
  architectures: readonly Architecture[],
  settings: Readonly<Record<string, unknown>>,
): RowGroups {
  const rule = groupRule(settings);
  const grouping = parseGrouping(rule);
  if (grouping === null)
    throw new RangeError(`Setting group is one of ${GROUPING_FORMS}, not ${JSON.stringify(rule)}.`);
  return groupRows(space, architectures, grouping);
}

/**
 * A seeded shuffle of the rows, about `numTrain` of them trained on and the rest held out; rows that belong together
 * (see rowGroups.ts) stay on one side.
 * @throws RangeError for a setting `group` that is no rule, and where all rows are one group
 */
export function holdOut(problem: Problem, numTrain: number, settings: FitSettings): HeldOut {
  const { space, architectures, targets } = problem;
  const { of, numShared, numTied } = groupsOf(space, architectures, settings);
  const { train, test } = splitRows(of, architectures.length - numTrain, seededRandom(settings.seed));
  const pick = (rows: readonly number[]): Rows => ({
    architectures: rows.flatMap((row) => architectures[row] ?? []),
    targets: Float64Array.from(rows, (row) => targets[row] ?? NaN),
  });
  return {
    train: pick(train),
    test: pick(test),
    groups:
      numTied > 0 ? { groups: { rule: groupRule(settings), numGroups: numShared, numRows: numTied } } : {},
  };
}

/** Rows that splits into training rows, folds and test rows need. */
export const FEWEST_ROWS = 12;

/** @throws RangeError where there are fewer rows than `FEWEST_ROWS` */
export function numToTrainOn(
  { architectures: { length } }: Problem,
  { trainFraction }: Pick<FitSettings, "trainFraction">,
): number {
  if (length < FEWEST_ROWS)
    throw new RangeError(
      `Training needs at least ${FEWEST_ROWS} architectures with a target; there are ${length}.`,
    );
  return Math.min(length - 1, Math.max(FEWEST_ROWS - 2, Math.floor(trainFraction * length)));
}

/** Like `holdOut`, of at most `maxRows` training rows, the first ones, and as many held-out rows as belong to them. */
export function holdOutOf(
  problem: Problem,
  numTrain: number,
  maxRows: number,
  settings: FitSettings,
): HeldOut {
  const { train, test, groups } = holdOut(problem, numTrain, settings);
  const numTest = Math.max(1, Math.round(maxRows * (1 - settings.trainFraction)));
  return { train: firstRows(train, maxRows), test: firstRows(test, numTest), groups };
}

const firstRows = ({ architectures, targets }: Rows, count: number): Rows => ({
  architectures: architectures.slice(0, count),
  targets: targets.slice(0, count),
});

export const joinRows = (a: Rows, b: Rows): Rows => ({
  architectures: [...a.architectures, ...b.architectures],
  targets: Float64Array.of(...a.targets, ...b.targets),
});

/** With fewer members than folds, some folds are held back from no member. */
const FEWEST_FOLDS = 5;

/**
 * Fold of every training row, from 0: the row is held back from the member of its fold. Rows that belong together (the
 * setting `group`) share one.
 * @throws RangeError where there are fewer groups of rows than folds
 */
export const foldsOf = (
  space: SearchSpace,
  architectures: readonly Architecture[],
  settings: Readonly<Record<string, unknown>> & { readonly members: number },
): number[] =>
  foldRows(groupsOf(space, architectures, settings).of, Math.max(FEWEST_FOLDS, settings.members));
