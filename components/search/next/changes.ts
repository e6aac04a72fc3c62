/** What a predictor says otherwise than the one it was trained again from. */
import type { Goal } from "@/lib/core/pareto";
import type { Module, ModuleScore } from "@/lib/core/module";
import { encodeModule } from "@/lib/core/moduleCode";
import { ranks } from "@/lib/core/stats";
import { compareScores, differenceOf } from "@/lib/figures/compare/compareScores";

export type ModuleMove = {
  readonly module: Module;
  /** Among the modules of its unit, 1 is best; ties share their mean rank. */
  readonly ranks: readonly [before: number, after: number];
  readonly numModules: number;
};

export type ModuleMoves = {
  /** Furthest first; modules that kept their rank are left out. */
  readonly moves: readonly ModuleMove[];
  /** Rank correlation of both importances within units, the mean of the units; NaN where no unit has one. */
  readonly agreement: number;
};

/**
 * Ranks are taken within units: scores are shifted to the targets of each unit, and compare only there.
 * @param before, after scores of the same modules
 */
export function moduleMoves(
  before: readonly ModuleScore[],
  after: readonly ModuleScore[],
  goal: Goal,
): ModuleMoves {
  const sign = goal === "max" ? 1 : -1;
  const turned = (scores: readonly ModuleScore[]) =>
    scores.map(({ score, low, high, ...module }) => ({
      key: encodeModule(module),
      module,
      score: sign * score,
      low: Math.min(sign * low, sign * high),
      high: Math.max(sign * low, sign * high),
    }));
  const [first, second] = [turned(before), turned(after)];
  const units = [...new Set(before.map(({ unitIndex }) => unitIndex))].map((unitIndex) => {
    const mine = first.filter(({ module }) => module.unitIndex === unitIndex);
    const byKey = new Map(mine.map(({ key, module }) => [key, module]));
    const { compared, srcc } = compareScores(
      mine,
      second.filter(({ module }) => module.unitIndex === unitIndex),
    );
    const moves = compared.flatMap((one): ModuleMove[] => {
      const module = byKey.get(one.key);
      return module === undefined || differenceOf(one, "ranks") === 0
        ? []
        : [{ module, ranks: one.ranks, numModules: compared.length }];
    });
    return { moves, srcc };
  });
  const agreements = units.map(({ srcc }) => srcc).filter(Number.isFinite);
  return {
    moves: units.flatMap(({ moves }) => moves).toSorted((a, b) => distance(b) - distance(a)),
    agreement: agreements.reduce((sum, srcc) => sum + srcc, 0) / agreements.length,
  };
}

const distance = ({ ranks: [before, after] }: ModuleMove): number => Math.abs(before - after);

export type Places = {
  readonly before: number;
  readonly after: number;
  /** By what was measured. */
  readonly measured: number;
  readonly numRanked: number;
};

/**
 * Places of one architecture among the same others, 1 is best.
 * @param index of the one
 * @param values shape [architectures] each, finite
 */
export function placesOf(
  index: number,
  values: Readonly<Record<"before" | "after" | "measured", readonly number[]>>,
  goal: Goal,
): Places {
  const place = (of: readonly number[]): number =>
    ranks(of.map((value) => (goal === "max" ? -value : value)))[index] ?? NaN;
  return {
    before: place(values.before),
    after: place(values.after),
    measured: place(values.measured),
    numRanked: values.measured.length,
  };
}

/** Indexes of at most `most` of the rows, evenly spread, and always the one that matters. */
export function spreadRows(rows: readonly number[], most: number, always: number): number[] {
  if (rows.length <= most) return [...rows];
  const step = rows.length / most;
  const spread = Array.from({ length: most }, (_, index) => rows[Math.floor(index * step)] ?? 0);
  return spread.includes(always) ? spread : [...spread.slice(0, -1), always];
}
