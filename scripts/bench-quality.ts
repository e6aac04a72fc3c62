/**
 * How true importances and predictions are, where the truth of every row is known. Per table, number of labelled rows
 * and method: held-out SRCC, true rank of the first choice and of the best labelled row (medians over draws), coverage
 * of 90 % intervals, faithfulness (SRCC of sums of module scores with predictions), and agreement of module scores
 * between two seeds on the same rows (first two draws).
 *
 *   npm run bench:quality -- [--seeds 10] [--labels 50,100,300] [--tables staged,ofa,...] [--rows 3000]
 *     [--methods ridge,forest,shared-gp,module-gp,combined,autobuild]
 */
import { parseArgs } from "node:util";
import type { Architecture } from "../lib/core/architecture";
import { coverOf } from "../lib/core/cover";
import { isGlobalsModule, type Module } from "../lib/core/module";
import { beatsMeasured, sureness, type Prospect } from "../lib/core/firstChoice";
import { predictorKind } from "../lib/core/predictorKinds";
import { seededRandom, shuffled } from "../lib/core/random";
import { mean, quantileSorted, srcc } from "../lib/core/stats";
import { fitForest } from "../lib/predictor/baselines/forest";
import { createOneHot } from "../lib/predictor/baselines/oneHot";
import { fitRidge } from "../lib/predictor/baselines/ridge";
import { autobuild } from "../lib/predictor/autobuild";
import { start } from "../lib/predictor/backend";
import { combined } from "../lib/predictor/combined";
import { createEncoder, type Point } from "../lib/predictor/moduleGp/encoder";
import { fitProcess } from "../lib/predictor/moduleGp/fitProcess";
import { moduleGp } from "../lib/predictor/moduleGp/method";
import type { Interval, PredictorMethod, Problem } from "../lib/predictor/predictor";
import { readTable, TABLE_NAMES, type Table, type Wanted } from "./bench/qualityTables";

/** What one method made of one draw; `choice` and `labelled` are true ranks, 1 is the best row of the table. */
type Outcome = {
  readonly srcc: number;
  readonly choice: number;
  readonly labelled: number;
  readonly coverage: number | null;
  readonly faithful: number | null;
  readonly agreement: number | null;
};

/** Predictions of every row of the table, and what only predictors with modules have. */
type Opinion = Pick<Outcome, "coverage" | "faithful" | "agreement"> & {
  readonly predicted: readonly number[];
  /** The row that would be built first. */
  readonly choice: number;
};

type Draw = {
  readonly table: Problem;
  readonly wanted: Wanted;
  readonly labelled: Problem;
  /** Rows of the table that are labelled, in the order of `labelled`. */
  readonly chosen: readonly number[];
  readonly heldOut: readonly number[];
  readonly seed: number;
};
type Method = { readonly name: string; readonly judge: (draw: Draw) => Promise<Opinion> };

/** The first row of the greatest value. */
const rowOfGreatest = (values: readonly number[]): number =>
  values.reduce((best, value, row) => (value > (values[best] ?? -Infinity) ? row : best), 0);

const withoutModules = ({ wanted }: Draw, predicted: readonly number[]): Opinion => ({
  predicted,
  choice: rowOfGreatest(predicted.map((value) => wanted * value)),
  coverage: null,
  faithful: null,
  agreement: null,
});

const ridge: Method = {
  name: "ridge",
  judge: async (draw) => {
    const { table, labelled } = draw;
    const oneHot = createOneHot(table.space, labelled.architectures);
    const { predict } = fitRidge(labelled.architectures.map(oneHot.encode), labelled.targets);
    return withoutModules(
      draw,
      table.architectures.map((row) => predict(oneHot.encode(row))),
    );
  },
};

const forest: Method = {
  name: "forest",
  judge: async (draw) => {
    const { table, labelled, seed } = draw;
    const oneHot = createOneHot(table.space, labelled.architectures);
    const rows = labelled.architectures.map(oneHot.encode);
    const predict = fitForest(rows, labelled.targets, seededRandom(seed));
    return withoutModules(
      draw,
      table.architectures.map((row) => predict(oneHot.encode(row))),
    );
  },
};

/** The module process with one weight for all modules, the strongest of the simple models that were known. */
const sharedWeight: Method = {
  name: "shared-gp",
  judge: async (draw) => {
    const { table, labelled } = draw;
    const encoder = createEncoder(table.space, labelled.architectures);
    const encode = (row: Architecture): Point => {
      const { columns, amounts, unseen } = encoder.encode(row);
      return { columns, amounts, unseen: [unseen.reduce((sum, square) => sum + square, 0)] };
    };
    const { size } = encoder.columns;
    const columns = { size, groups: ["all"], groupOf: Array.from({ length: size }, () => 0) };
    const points = labelled.architectures.map(encode);
    const { posterior } = await fitProcess({ points, columns, targets: labelled.targets }, async () => {});
    return withoutModules(
      draw,
      table.architectures.map((row) => posterior.expected(encode(row))),
    );
  },
};

/** The module process as the project has it; judged by its predictions, as the other simple models are. */
const process: Method = {
  name: moduleGp.kind,
  judge: async (draw) => {
    const { table, labelled, heldOut } = draw;
    const predictor = await moduleGp.fit(labelled, moduleGp.defaults, {});
    const intervals = await predictor.predict(table.architectures);
    return {
      ...withoutModules(
        draw,
        intervals.map(({ value }) => value),
      ),
      coverage: coverageOf(intervals, draw.table.targets, heldOut),
    };
  },
};

/** Share of rows whose measured target lies in its interval. */
const coverageOf = (intervals: readonly Interval[], targets: Float64Array, rows: readonly number[]): number =>
  mean(
    rows.map((row) => {
      const [interval, truth] = [intervals[row], targets[row] ?? NaN];
      return interval && interval.low <= truth && truth <= interval.high ? 1 : 0;
    }),
  );

/** Hops of the predictors' default networks, the node itself included. */
const NUM_HOPS = 5;

/** The modules whose scores stand for a row, of those that predictors of a kind score. */
const modulesOf = (table: Problem, row: number, kind: string): Module[] => {
  const architecture = table.architectures[row];
  return architecture === undefined
    ? []
    : coverOf(table.space, architecture, NUM_HOPS).filter(
        (module) => predictorKind(kind)?.scoresGlobals === true || !isGlobalsModule(module),
      );
};

/** Architectures of the highest sums of scores, among which the first choice is made, as `build` does. */
const NUM_COMPARED = 100;

/** Draws in which a second seed is fitted, for agreement. */
const NUM_REPEATED = 2;

/** Rows whose modules are scored for faithfulness and agreement. */
const NUM_SCORED = 300;

const learned = (method: PredictorMethod): Method => ({
  name: method.kind,
  judge: async (draw) => {
    const { table, wanted, labelled, heldOut, seed } = draw;
    const first = await method.fit(labelled, { ...method.defaults, seed: 1 }, {});
    const intervals = await first.predict(table.architectures);
    const predicted = intervals.map(({ value }) => value);
    const scored = heldOut.slice(0, NUM_SCORED);
    const modules = scored.flatMap((row) => modulesOf(table, row, method.kind));
    const scores = (await first.scoreModules(modules)).map(({ score }) => score);
    const again = seed < NUM_REPEATED ? await scoresOfAnotherSeed(method, labelled, modules) : null;
    const sums = await moduleSums(first, table, mean(scores));
    const choice = firstChoice(
      draw,
      sums.map((sum) => wanted * sum),
      intervals.map(({ value, low, high }) => ({
        value: wanted * value,
        low: wanted * (wanted > 0 ? low : high),
      })),
    );
    first.dispose();
    return {
      predicted,
      choice,
      coverage: coverageOf(intervals, table.targets, heldOut),
      faithful: srcc(
        scored.map((row) => sums[row] ?? NaN),
        scored.map((row) => predicted[row] ?? NaN),
      ),
      agreement: again === null ? null : srcc(scores, again),
    };
  },
});

async function scoresOfAnotherSeed(
  method: PredictorMethod,
  labelled: Problem,
  modules: readonly Module[],
): Promise<number[]> {
  const predictor = await method.fit(labelled, { ...method.defaults, seed: 2 }, {});
  const scores = (await predictor.scoreModules(modules)).map(({ score }) => score);
  predictor.dispose();
  return scores;
}

/** Sums, for every row, of what its modules score beyond `level`: rows may differ in how many modules they have. */
async function moduleSums(
  predictor: Awaited<ReturnType<PredictorMethod["fit"]>>,
  table: Problem,
  level: number,
): Promise<number[]> {
  const modules = table.architectures.map((_, row) => modulesOf(table, row, predictor.kind));
  const scores = await predictor.scoreModules(modules.flat());
  let next = 0;
  return modules.map((of) => {
    next += of.length;
    return scores.slice(next - of.length, next).reduce((sum, { score }) => sum + score - level, 0);
  });
}

/** The surest of the unlabelled rows with the highest sums, or the best labelled row where that one does not beat it. */
function firstChoice(
  { table, wanted, chosen }: Draw,
  sums: readonly number[],
  prospects: readonly Prospect[],
): number {
  const least = sums.toSorted((a, b) => b - a)[NUM_COMPARED - 1] ?? -Infinity;
  const labelled = new Set(chosen);
  const surest = rowOfGreatest(
    prospects.map((prospect, row) =>
      labelled.has(row) || (sums[row] ?? NaN) < least ? -Infinity : sureness(prospect),
    ),
  );
  const targets = table.architectures.map((_, row) => wanted * (table.targets[row] ?? NaN));
  const best = rowOfGreatest(targets.map((target, row) => (labelled.has(row) ? target : -Infinity)));
  const prospect = prospects[surest];
  return prospect && !labelled.has(surest) && beatsMeasured(prospect, targets[best] ?? NaN) ? surest : best;
}

function drawRows({ problem: table, wanted }: Table, numLabelled: number, seed: number): Draw {
  const order = shuffled([...table.targets.keys()], seededRandom(1000 + seed));
  const chosen = order.slice(0, numLabelled);
  const labelled: Problem = {
    ...table,
    architectures: chosen.flatMap((index) => table.architectures[index] ?? []),
    targets: Float64Array.from(chosen, (index) => table.targets[index] ?? NaN),
  };
  return { table, wanted, labelled, chosen, heldOut: order.slice(numLabelled), seed };
}

async function judge(method: Method, draw: Draw): Promise<Outcome> {
  const { table, wanted, chosen, heldOut } = draw;
  const opinion = await method.judge(draw);
  const rankOf = (index: number): number => {
    const own = wanted * (table.targets[index] ?? NaN);
    return 1 + table.targets.filter((target) => wanted * target > own).length;
  };
  return {
    ...opinion,
    srcc: srcc(
      heldOut.map((index) => opinion.predicted[index] ?? NaN),
      heldOut.map((index) => table.targets[index] ?? NaN),
    ),
    choice: rankOf(opinion.choice),
    labelled: Math.min(...chosen.map(rankOf)),
  };
}

const median = (values: readonly number[]): number =>
  quantileSorted(
    [...values].sort((a, b) => a - b),
    0.5,
  );

function line(name: string, numLabelled: number, method: Method, outcomes: readonly Outcome[]): string {
  const average = (values: readonly (number | null)[]): string => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? "-" : mean(known).toFixed(3);
  };
  return [
    name.padEnd(8),
    String(numLabelled).padStart(6),
    method.name.padEnd(10),
    average(outcomes.map((outcome) => outcome.srcc)).padStart(6),
    String(median(outcomes.map((outcome) => outcome.choice))).padStart(8),
    String(median(outcomes.map((outcome) => outcome.labelled))).padStart(8),
    average(outcomes.map((outcome) => outcome.coverage)).padStart(8),
    average(outcomes.map((outcome) => outcome.faithful)).padStart(8),
    average(outcomes.map((outcome) => outcome.agreement)).padStart(8),
  ].join(" ");
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "10" },
      labels: { type: "string", default: "50,100,300" },
      tables: { type: "string", default: TABLE_NAMES.join(",") },
      rows: { type: "string", default: "3000" },
      methods: { type: "string", default: "ridge,forest,shared-gp,module-gp,combined,autobuild" },
    },
  });
  const wanted = values.methods.split(",");
  const methods = [ridge, forest, sharedWeight, process, learned(combined), learned(autobuild)].filter(
    ({ name }) => wanted.includes(name),
  );
  await start("wasm");
  console.log("table    labels method       SRCC   choice labelled coverage faithful   agreement");
  for (const name of values.tables.split(",")) {
    const table = await readTable(name, Number(values.rows));
    if (table === null) {
      console.log(`${name.padEnd(8)} skipped: its file is not beside the project`);
      continue;
    }
    for (const numLabelled of values.labels.split(",").map(Number)) {
      if (numLabelled >= table.problem.targets.length) continue;
      const draws = Array.from({ length: Number(values.seeds) }, (_, seed) =>
        drawRows(table, numLabelled, seed),
      );
      for (const method of methods) {
        const outcomes: Outcome[] = [];
        for (const draw of draws) outcomes.push(await judge(method, draw));
        console.log(line(name, numLabelled, method, outcomes));
      }
    }
  }
}

await main();
