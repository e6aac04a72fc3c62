/** The methods that are compared, each as what it says of every row of a table after it has seen a draw of labelled rows. */
import type { Architecture } from "../../../lib/core/architecture";
import { coverOf } from "../../../lib/core/cover";
import { beatsMeasured, sureness, type Prospect } from "../../../lib/core/firstChoice";
import { isGlobalsModule, type Module } from "../../../lib/core/module";
import { predictorKind } from "../../../lib/core/predictorKinds";
import { seededRandom } from "../../../lib/core/random";
import { mean, srcc } from "../../../lib/core/stats";
import { autobuild } from "../../../lib/predictor/autobuild";
import { fitForest } from "../../../lib/predictor/baselines/forest";
import { createOneHot } from "../../../lib/predictor/baselines/oneHot";
import { fitRidge } from "../../../lib/predictor/baselines/ridge";
import { combined } from "../../../lib/predictor/combined";
import { createEncoder, type Point } from "../../../lib/predictor/moduleGp/encoder";
import { fitProcess } from "../../../lib/predictor/moduleGp/fitProcess";
import { moduleGp } from "../../../lib/predictor/moduleGp/method";
import type { Interval, PredictorMethod, Problem } from "../../../lib/predictor/predictor";
import type { Draw, Method, Opinion } from "./draw";

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

/** All methods, cheap ones first. */
export const METHODS: readonly Method[] = [
  ridge,
  forest,
  sharedWeight,
  process,
  learned(combined),
  learned(autobuild),
];
