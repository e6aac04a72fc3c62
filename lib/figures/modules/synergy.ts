import { mean } from "../../core/stats";
import type { ModuleScore } from "../../core/module";
import { operationKey } from "../../core/searchSpace";

/**
 * What a module is worth beyond its parts. Its parts say `expected`: the best sum of one number for each operation in
 * each place, fitted by least squares to the scores of all modules of the same places (the main effects of an analysis
 * of variance). Synergy is score minus `expected`, in units of the target.
 */
export type Synergy = {
  readonly expected: number;
  readonly synergy: number;
  /** The module's 90 % interval minus `expected`, which rests on many modules and is taken as known. */
  readonly low: number;
  readonly high: number;
  /** Whether the whole interval lies on one side of what the parts say; never where there is no interval. */
  readonly sure: "more" | "less" | null;
};

/** Rounds of fitting; balanced scores need one, scores of observed modules some more. */
const MAX_ROUNDS = 100;
const TOLERANCE = 1e-10;

/**
 * Synergy of each module among those that were scored together.
 * @param scores of modules of two nodes or more; only modules of the same places are compared with each other
 * @returns one per score, in order; null for a single node, a score that is no number, and where modules of these
 *   places are too few to tell a whole from its parts
 */
export function synergies(scores: readonly ModuleScore[]): (Synergy | null)[] {
  const groups = new Map<string, number[]>();
  for (const [index, { unitIndex, layers, edges, score }] of scores.entries()) {
    if (layers.length < 2 || !Number.isFinite(score)) continue;
    const key = `${unitIndex} ${layers.join(",")} ${edges?.join(";") ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  const found = scores.map((): Synergy | null => null);
  for (const group of groups.values()) {
    const ofGroup = group.flatMap((index) => scores[index] ?? []);
    const expected = sumsOfParts(ofGroup);
    for (const [at, index] of group.entries()) {
      const score = ofGroup[at];
      const parts = expected?.[at];
      if (score !== undefined && parts !== undefined) found[index] = beyond(score, parts);
    }
  }
  return found;
}

function beyond({ score, low, high }: ModuleScore, expected: number): Synergy {
  const known = low < high;
  return {
    expected,
    synergy: score - expected,
    low: low - expected,
    high: high - expected,
    sure: known && low > expected ? "more" : known && high < expected ? "less" : null,
  };
}

/** Least squares by backfitting: each place in turn takes what the others leave over. Null without a spare score. */
function sumsOfParts(scores: readonly ModuleScore[]): Float64Array | null {
  const numPlaces = scores[0]?.nodes.length ?? 0;
  const columns = Array.from({ length: numPlaces }, (_, place) => codesOf(scores, place));
  const numParts = columns.reduce((sum, { numCodes }) => sum + numCodes - 1, 1);
  if (scores.length <= numParts) return null;

  const values = Float64Array.from(scores, ({ score }) => score);
  const sums = new Float64Array(values.length).fill(mean(values));
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1) * TOLERANCE;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let change = 0;
    for (const { codes, numCodes } of columns) {
      const left = new Float64Array(numCodes);
      const counts = new Float64Array(numCodes);
      for (const [index, code] of codes.entries()) {
        left[code] = (left[code] ?? 0) + (values[index] ?? 0) - (sums[index] ?? 0);
        counts[code] = (counts[code] ?? 0) + 1;
      }
      const shift = left.map((sum, code) => sum / (counts[code] ?? 1));
      for (const [index, code] of codes.entries()) sums[index] = (sums[index] ?? 0) + (shift[code] ?? 0);
      change = shift.reduce((most, by) => Math.max(most, Math.abs(by)), change);
    }
    if (change < reach) break;
  }
  return sums;
}

/** The operation in one place of each module, as a number from 0. */
function codesOf(scores: readonly ModuleScore[], place: number): { codes: Uint32Array; numCodes: number } {
  const known = new Map<string, number>();
  const codes = Uint32Array.from(scores, ({ nodes }) => {
    const key = operationKey(nodes[place] ?? []);
    const code = known.get(key) ?? known.size;
    known.set(key, code);
    return code;
  });
  return { codes, numCodes: known.size };
}
