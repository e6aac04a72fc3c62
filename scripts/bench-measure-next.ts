/**
 * Whether measuring what is proposed finds better architectures, where a complete table knows the truth: from 300 random
 * labelled rows, three batches of ten are proposed, looked up in the table, and the predictor is fitted again. Beside it
 * 30 random rows. Ranks are true ones, 1 is the best row of the table.
 *
 *   npm run bench:measure-next -- [--seeds 10] [--labels 300] [--tables staged,nb201] [--kind combined]
 *     [--rules upper-bound,improvement,ranking]
 */
import { parseArgs } from "node:util";
import { coverOf } from "../lib/core/cover";
import { isGlobalsModule, moduleKey } from "../lib/core/module";
import { seededRandom, shuffled } from "../lib/core/random";
import {
  byImprovement,
  byRanking,
  byUpperBound,
  PROPOSAL_RULES,
  rankDoubts,
  turned,
  type ProposalRule,
} from "../lib/core/search/proposals";
import { quantileSorted } from "../lib/core/stats";
import { start } from "../lib/predictor/backend";
import type { Interval, Predictor, PredictorMethod } from "../lib/predictor/predictor";
import { predictorMethods } from "../lib/predictor/registry";
import { readTable, type Table } from "./bench/quality/tables";

const NUM_BATCHES = 3;
const BATCH_SIZE = 10;

type Outcome = {
  readonly best: number;
  readonly proposed: number;
  readonly random: number;
  readonly firstChoice: number;
  readonly bestOfTen: number;
};

const unknownOf = (table: Table, known: ReadonlySet<number>): number[] =>
  [...table.problem.architectures.keys()].filter((row) => !known.has(row));

async function fitTo(
  method: PredictorMethod,
  { problem }: Table,
  rows: readonly number[],
): Promise<Predictor> {
  const labelled = {
    ...problem,
    architectures: rows.flatMap((row) => problem.architectures[row] ?? []),
    targets: Float64Array.from(rows, (row) => problem.targets[row] ?? NaN),
  };
  return method.fit(labelled, { ...method.defaults, seed: 1 }, {});
}

async function propose(
  rule: ProposalRule,
  predictor: Predictor,
  { problem, wanted }: Table,
  labelled: readonly number[],
  candidates: readonly number[],
  seed: number,
): Promise<number[]> {
  const architectures = candidates.flatMap((row) => problem.architectures[row] ?? []);
  const goal = wanted > 0 ? "max" : "min";
  const predicted = (await predictor.predict(architectures)).map((interval) => [turned(interval, goal)]);
  if (rule === "upper-bound")
    return byUpperBound(predicted, BATCH_SIZE).flatMap((at) => candidates[at] ?? []);
  if (rule === "improvement") {
    const measured = labelled.map((row) => [wanted * (problem.targets[row] ?? NaN)]);
    const chosen = byImprovement(predicted, measured, BATCH_SIZE, seededRandom(seed));
    return chosen.flatMap((at) => candidates[at] ?? []);
  }
  const covers = architectures.map((architecture) =>
    coverOf(problem.space, architecture, predictor.numHops).filter((module) => !isGlobalsModule(module)),
  );
  const distinct = [...new Map(covers.flat().map((module) => [moduleKey(module), module])).values()];
  const doubts = rankDoubts(await predictor.scoreModules(distinct));
  const holders = covers.map((modules) => ({ moduleKeys: modules.map(moduleKey) }));
  return byRanking(holders, doubts, BATCH_SIZE).flatMap((at) => candidates[at] ?? []);
}

async function run(
  rule: ProposalRule,
  method: PredictorMethod,
  table: Table,
  numLabelled: number,
  seed: number,
): Promise<Outcome> {
  const { problem, wanted } = table;
  const order = shuffled([...problem.targets.keys()], seededRandom(1000 + seed));
  const labelled = order.slice(0, numLabelled);
  const rankOf = (row: number): number => {
    const own = wanted * (problem.targets[row] ?? NaN);
    return 1 + problem.targets.filter((target) => wanted * target > own).length;
  };
  const bestRank = (rows: readonly number[]): number => Math.min(...rows.map(rankOf));
  const known = new Set(labelled);
  const numMeasured = NUM_BATCHES * BATCH_SIZE;
  const random = bestRank(order.slice(numLabelled, numLabelled + numMeasured));
  const proposed: number[] = [];
  let ranked: number[] = [];
  for (let batch = 0; batch < NUM_BATCHES; batch++) {
    const predictor = await fitTo(method, table, [...known]);
    const candidates = unknownOf(table, known);
    if (batch === 0) ranked = byPrediction(await predictor.predict(problem.architectures), wanted);
    const chosen = await propose(rule, predictor, table, [...known], candidates, seed);
    predictor.dispose();
    for (const row of chosen) known.add(row);
    proposed.push(...chosen);
  }
  return {
    best: bestRank(labelled),
    proposed: bestRank(proposed),
    random,
    firstChoice: bestRank(ranked.slice(0, 1)),
    bestOfTen: bestRank(ranked.slice(0, 10)),
  };
}

const byPrediction = (intervals: readonly Interval[], wanted: number): number[] =>
  [...intervals.keys()].sort(
    (a, b) => wanted * ((intervals[b]?.value ?? NaN) - (intervals[a]?.value ?? NaN)),
  );

const median = (values: readonly number[]): number =>
  quantileSorted(
    [...values].sort((a, b) => a - b),
    0.5,
  );

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "10" },
      labels: { type: "string", default: "300" },
      tables: { type: "string", default: "staged,nb201" },
      kind: { type: "string", default: "combined" },
      rules: { type: "string", default: PROPOSAL_RULES.join(",") },
    },
  });
  await start("wasm");
  const method = predictorMethods.find(({ kind }) => kind === values.kind);
  if (method === undefined) throw new Error(`No kind ${values.kind}.`);
  const rules = PROPOSAL_RULES.filter((rule) => values.rules.split(",").includes(rule));
  for (const name of values.tables.split(",")) {
    const table = await readTable(name, Infinity);
    if (table === null) {
      console.log(`${name}: skipped, its file is not beside the project`);
      continue;
    }
    for (const rule of rules) {
      console.log(`${name}, ${values.labels} labels, ${values.kind}, ${rule}`);
      console.log(
        "draw  best labelled  best of 30 proposed  best of 30 random  first choice  best of first ten",
      );
      const outcomes: Outcome[] = [];
      for (let seed = 0; seed < Number(values.seeds); seed++) {
        const outcome = await run(rule, method, table, Number(values.labels), seed);
        outcomes.push(outcome);
        const { best, proposed, random, firstChoice, bestOfTen } = outcome;
        const cells = [seed, best, proposed, random, firstChoice, bestOfTen];
        const widths = [4, 15, 21, 19, 14, 19];
        console.log(cells.map((cell, column) => String(cell).padStart(widths[column] ?? 0)).join(""));
      }
      const better = (of: (outcome: Outcome) => number): number =>
        outcomes.filter((outcome) => of(outcome) < outcome.best).length;
      console.log(
        `truly better than the best labelled: proposed ${better(({ proposed }) => proposed)}, random ${better(({ random }) => random)} of ${outcomes.length} draws; ` +
          `medians: labelled ${median(outcomes.map(({ best }) => best))}, proposed ${median(outcomes.map(({ proposed }) => proposed))}, random ${median(outcomes.map(({ random }) => random))}, ` +
          `first choice ${median(outcomes.map(({ firstChoice }) => firstChoice))}, best of first ten ${median(outcomes.map(({ bestOfTen }) => bestOfTen))}`,
      );
    }
  }
}

await main();
