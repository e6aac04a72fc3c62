/** Counts the budget, predicts in batches and judges what comes back. */
import { architectureKey, type Architecture } from "../architecture";
import { countedQuantities } from "../blocks/quantities";
import { parseConstraints, type Constraint } from "../constraint";
import { bestPoints, frontOf } from "./dominance";
import type { Judged } from "./evolve";
import type { Evaluate, Found, Prediction, SearchHooks, SearchPlan, SearchResult } from "./plan";

/** Small enough that cancelling is felt at once, large enough that the predictor's matrices are worth it. */
const BATCH = 512;

export type FoundJudged = Found & Judged;

export type Judge = {
  /** Whether the budget is used up. */
  readonly isDone: () => boolean;
  /** Predictions that are left. */
  readonly left: () => number;
  /** By how much the structure alone breaks the constraints; what does is never predicted. */
  readonly structureViolation: (architecture: Architecture) => number;
  /** Predicts as many as the budget allows, and forgets none. */
  readonly judge: (architectures: readonly Architecture[]) => Promise<FoundJudged[]>;
  readonly result: (exhausted: boolean) => SearchResult;
};

/** @throws RangeError where a constraint cannot be read or nothing is sought */
export function createJudge(plan: SearchPlan, evaluate: Evaluate, hooks: SearchHooks, total: number): Judge {
  const constraints = constraintsOf(plan);
  const ofStructure = constraints.filter(({ predictedIndexes }) => predictedIndexes.length === 0);
  const sought = plan.predicted.flatMap(({ goal }, index) => (goal === null ? [] : [{ goal, index }]));
  if (sought.length === 0)
    throw new RangeError("Choose what is sought: at least one prediction to raise or to lower.");
  const all: FoundJudged[] = [];

  const gainsOf = (predicted: readonly Prediction[]): number[] =>
    sought.map(({ goal, index }) => {
      const { value = NaN, low = NaN, high = NaN } = predicted[index] ?? {};
      if (goal === "max") return plan.cautious ? low : value;
      return plan.cautious ? -high : -value;
    });

  const left = (): number => plan.budget - all.length;

  return {
    isDone: () => left() <= 0,
    left,
    structureViolation: (architecture) => sumOfViolations(ofStructure, architecture, []),
    async judge(architectures) {
      const judged: FoundJudged[] = [];
      const allowed = architectures.slice(0, Math.max(0, left()));
      for (let start = 0; start < allowed.length; start += BATCH) {
        hooks.signal?.throwIfAborted();
        const batch = allowed.slice(start, start + BATCH);
        const predictions = await evaluate(batch);
        for (const [index, architecture] of batch.entries()) {
          const predicted = predictions[index] ?? [];
          const values = predicted.map(({ value }) => value);
          const violation = sumOfViolations(constraints, architecture, values);
          const one = { architecture, predicted, violation, gains: gainsOf(predicted) };
          judged.push(one);
          all.push(one);
        }
        hooks.onProgress?.({ numPredicted: all.length, numKeeping: numKeeping(all), total });
      }
      return judged;
    },
    result: (exhausted) => resultOf(all, plan.keep, exhausted),
  };
}

function constraintsOf({ space, predicted, constraints: text, template }: SearchPlan): readonly Constraint[] {
  const { constraints, faults } = parseConstraints(text, {
    space,
    predicted: predicted.map(({ name }) => name),
    counted: template === null ? [] : countedQuantities(space, template),
  });
  const [fault] = faults;
  if (fault !== undefined)
    throw new RangeError(
      `Constraints, line ${fault.line}, character ${fault.position + 1}: ${fault.message}`,
    );
  return constraints;
}

const sumOfViolations = (
  constraints: readonly Constraint[],
  architecture: Architecture,
  values: readonly number[],
): number => constraints.reduce((sum, { violation }) => sum + violation(architecture, values), 0);

const numKeeping = (all: readonly FoundJudged[]): number =>
  all.reduce((count, { violation }) => count + (violation === 0 ? 1 : 0), 0);

function resultOf(all: readonly FoundJudged[], keep: number, exhausted: boolean): SearchResult {
  const distinct = [...new Map(all.map((one) => [architectureKey(one.architecture), one])).values()];
  const keeping = distinct.filter(({ violation }) => violation === 0);
  const points = keeping.map(({ gains }) => gains);
  const best =
    keeping.length > 0
      ? bestPoints(points, keep).flatMap((index) => keeping.slice(index, index + 1))
      : distinct.toSorted((a, b) => a.violation - b.violation).slice(0, keep);
  return {
    found: best.map(({ architecture, predicted, violation }) => ({ architecture, predicted, violation })),
    numFront: Math.min(best.length, frontOf(points).length),
    numPredicted: all.length,
    numKeeping: numKeeping(all),
    exhausted,
  };
}
