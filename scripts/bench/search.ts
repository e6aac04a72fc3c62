/** What a search takes with the default predictor; the same in Node and in a page. */
import { predictorKind } from "../../lib/core/predictorKinds";
import type { Prediction, SearchPlan } from "../../lib/core/search/plan";
import { bestFirst, rankSlots, reduceSlots, weightings } from "../../lib/core/search/reduce";
import { runSearch } from "../../lib/core/search/search";
import { numAssembled, slotsOf, type Slot } from "../../lib/core/search/slots";
import { start } from "../../lib/predictor/backend";
import type { Predictor } from "../../lib/predictor/predictor";
import { fitPredictor } from "../../lib/predictor/registry";
import { allSequences, benchProblem, type BenchFile } from "./problem";

/** How many rows it learned from does not matter for how long it takes to ask. */
const NUM_ROWS = 300;
const KEPT = 5;
const TOP = 100;

export type SearchMeasured = {
  readonly secondsToScore: number;
  /** Of all sequences of five units. */
  readonly modules: number;
  readonly reducedSize: string;
  /** All of the reduced space predicted and ranked. */
  readonly secondsExhaustive: number;
  readonly wholeSize: string;
  /** The best sums of the whole space, in order, without a prediction. */
  readonly secondsTop100Sums: number;
  /** The same, predicted and ranked. */
  readonly secondsTop100: number;
  /** As many predictions as the reduced space has, by evolution in the whole one. */
  readonly secondsEvolution: number;
};

/** @param kind of predictor @param clock seconds since some start */
export async function measureSearch(
  file: BenchFile,
  kind: string,
  clock: () => number,
): Promise<SearchMeasured> {
  await start("wasm");
  const settings = predictorKind(kind)?.defaults;
  if (settings === undefined) throw new Error(`There is no kind ${kind}.`);
  const problem = benchProblem(file, NUM_ROWS);
  const predictor = await fitPredictor(problem, settings, {});
  const seconds = async <T>(act: () => Promise<T> | T): Promise<[seconds: number, result: T]> => {
    const begun = clock();
    const result = await act();
    return [clock() - begun, result];
  };

  const modules = allSequences();
  const [secondsToScore, scores] = await seconds(() => predictor.scoreModules(modules));
  const slots = slotsOf(problem.space, [scores], [1]);
  const reduced = reduceSlots(
    rankSlots(slots, KEPT),
    slots.map(() => KEPT),
  );
  const plan: Omit<SearchPlan, "region" | "method"> = {
    space: problem.space,
    predicted: [{ name: problem.target, goal: "max" }],
    constraints: "",
    template: null,
    budget: Number(numAssembled(reduced)),
    seed: 1,
    cautious: false,
    keep: TOP,
  };
  const evaluate = evaluateWith(predictor);
  const regionOf = (some: readonly Slot[]) => ({ kind: "reduced" as const, slots: some, globals: [] });
  const [secondsExhaustive] = await seconds(() =>
    runSearch({ ...plan, method: "exhaustive", region: regionOf(reduced) }, evaluate),
  );
  const [secondsTop100Sums] = await seconds(() => topSums(slots));
  const [secondsTop100] = await seconds(() =>
    runSearch({ ...plan, method: "best-first", budget: TOP, region: regionOf(slots) }, evaluate),
  );
  const operations = problem.space.units.map(() => Array.from({ length: 4 }, () => nodesOf(slots)));
  const [secondsEvolution] = await seconds(() =>
    runSearch(
      { ...plan, method: "evolution", region: { kind: "whole", operations, measured: [], globals: [] } },
      evaluate,
    ),
  );
  predictor.dispose();
  return {
    modules: modules.length,
    secondsToScore,
    reducedSize: numAssembled(reduced).toString(),
    secondsExhaustive,
    wholeSize: numAssembled(slots).toString(),
    secondsTop100Sums,
    secondsTop100,
    secondsEvolution,
  };
}

const evaluateWith =
  (predictor: Predictor) =>
  async (architectures: Parameters<Predictor["predict"]>[0]): Promise<Prediction[][]> =>
    (await predictor.predict(architectures)).map((interval) => [interval]);

function topSums(slots: readonly Slot[]): number {
  let count = 0;
  const [weights = [1]] = weightings(slots, 1);
  for (const { sum } of bestFirst(slots, weights)) if (Number.isFinite(sum) && ++count === TOP) break;
  return count;
}

/** Operations of one place: the first nodes of all sequences of two layers. */
const nodesOf = (slots: readonly Slot[]): readonly (readonly number[])[] => [
  ...new Map(
    (slots[0]?.modules ?? []).flatMap(({ nodes }) =>
      nodes.slice(0, 1).map((node) => [node.join(), node] as const),
    ),
  ).values(),
];
