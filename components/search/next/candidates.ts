/** From what was found to what is proposed. */
import { architectureKey, type Architecture, type EvaluatedArchitecture } from "@/lib/core/architecture";
import { coverOf } from "@/lib/core/cover";
import { moduleKey, type Module, type ModuleScore } from "@/lib/core/module";
import { seededRandom } from "@/lib/core/random";
import type { Found } from "@/lib/core/search/plan";
import {
  byImprovement,
  byRanking,
  byUpperBound,
  rankDoubts,
  turned,
  type ProposalRule,
} from "@/lib/core/search/proposals";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { measuredValues } from "../measuredValues";
import { goalOfUse, type PredictorUse } from "../useSought";
import type { Metric } from "@/lib/core/dataset";

/** Found architectures that keep the constraints and were never evaluated, each once. */
export function unmeasured(
  found: readonly Found[],
  architectures: readonly EvaluatedArchitecture[],
): Found[] {
  const known = new Set(architectures.map(architectureKey));
  const distinct = new Map(found.map((one) => [architectureKey(one.architecture), one]));
  return [...distinct].flatMap(([key, one]) => (known.has(key) || one.violation > 0 ? [] : [one]));
}

export type ProposalRequest = {
  readonly rule: ProposalRule;
  readonly count: number;
  readonly seed: number;
  readonly space: SearchSpace;
  readonly metrics: readonly Metric[];
  readonly architectures: readonly EvaluatedArchitecture[];
  readonly used: readonly PredictorUse[];
  /** Reach of the predictor's hops. */
  readonly numHops: number;
  /** Scores by the predictor of the first goal. */
  readonly score: (modules: readonly Module[]) => Promise<readonly ModuleScore[]>;
};

/** The candidates to measure, the first first; fewer where there are no more. */
export async function chooseProposals(
  candidates: readonly Found[],
  request: ProposalRequest,
): Promise<Found[]> {
  const { rule, count, space } = request;
  const goals = request.used.flatMap(({ use }, index) => {
    const goal = goalOfUse(use);
    return goal === null ? [] : [{ goal, index }];
  });
  const predicted = candidates.map((one) =>
    goals.flatMap(({ goal, index }) => one.predicted.slice(index, index + 1).map((of) => turned(of, goal))),
  );
  const at = (indexes: readonly number[]): Found[] =>
    indexes.flatMap((index) => candidates.slice(index, index + 1));
  if (rule === "upper-bound") return at(byUpperBound(predicted, count));
  if (rule === "improvement") {
    const values = measuredValues(request.metrics, request.architectures, request.used);
    const measured = request.architectures.map((_, row) =>
      goals.map(({ goal, index }) => (goal === "max" ? 1 : -1) * (values[index]?.[row] ?? NaN)),
    );
    const finite = measured.filter((point) => point.every(Number.isFinite));
    return at(byImprovement(predicted, finite, count, seededRandom(request.seed)));
  }
  const covers = candidates.map(({ architecture }) => modulesOf(space, architecture, request.numHops));
  const distinct = new Map(covers.flat().map((module) => [moduleKey(module), module]));
  const doubts = rankDoubts(await request.score([...distinct.values()]));
  return at(
    byRanking(
      covers.map((modules) => ({ moduleKeys: modules.map(moduleKey) })),
      doubts,
      count,
    ),
  );
}

/** The modules that stand for an architecture; of a cell, which is one module, its places one by one. */
function modulesOf(space: SearchSpace, architecture: Architecture, numHops: number): Module[] {
  if (space.structure !== "cell") return coverOf(space, architecture, numHops);
  return architecture.units.flatMap((unit, unitIndex) =>
    unit.map((node, layer) => ({ unitIndex, layers: [layer], nodes: [node] })),
  );
}
