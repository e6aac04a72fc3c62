import type { Architecture } from "../../core/architecture";
import { coverOf, isWholeArchitecture } from "../../core/cover";
import type { Module } from "../../core/module";
import { sequenceUnits } from "../../core/scoredUnits";
import type { SearchSpace } from "../../core/searchSpace";
import { partialModules } from "./partialModules";
import { addValues, collectParts, type Embed, type Part } from "./parts";
import { shifted, type ReadOut } from "./readOut";

/**
 * Read-outs of module embeddings by what they read. Those of an architecture's cover are fitted together, so that
 * their values add up to its prediction; those of smaller modules to what their unit adds.
 * Output 0 reads the whole predictor, the others a member each.
 */
export type ScoreTable = {
  /** What all architectures have in common, one per output. */
  readonly centre: Float64Array;
  readonly readOuts: ReadonlyMap<string, ReadOut>;
};

/** What read-outs are fitted to: varied architectures, and what the predictor and its members say of them. */
export type Taught = {
  readonly architectures: readonly Architecture[];
  /** [1 + members] of [architectures], on the latent scale */
  readonly values: readonly Float64Array[];
};

/** Rounds of fitting each part to what the others leave over; parts vary independently, so that few are enough. */
const NUM_ROUNDS = 5;
/** Rounds before these in which each part has only a level, so that no part learns another's level by heart. */
const NUM_LEVEL_ROUNDS = 3;
/** Architectures whose smaller modules are looked at: there are many more of them than wholes. */
const MOST_FOR_PARTIAL = 1_000;

const wholeKey = ({ unitIndex, layers }: Module): string => `whole|${unitIndex}|${layers.join()}`;

/** Layers mean a place only where architectures share their edges. */
const partialKey = (module: Module, hop: number): string =>
  module.edges ? `any|${hop}` : `at|${module.unitIndex}|${module.layers.at(-1) ?? 0}|${hop}`;

/** The read-out of a module that was embedded at a hop; null for one that no varied architecture had a like of. */
export const readOutOf = ({ readOuts }: ScoreTable, module: Module, hop: number): ReadOut | null =>
  readOuts.get(wholeKey(module)) ?? readOuts.get(partialKey(module, hop)) ?? null;

/**
 * @param numHops hops that a module's root can see, itself included
 * @param beforeStep awaited between pieces of work; throws to cancel
 */
export async function fitScoreTable(
  space: SearchSpace,
  { architectures, values }: Taught,
  embed: Embed,
  numHops: number,
  beforeStep: () => Promise<void>,
): Promise<ScoreTable> {
  const centre = Float64Array.from(values, (of) => of.reduce((sum, value) => sum + value, 0) / of.length);
  const readOuts = new Map<string, ReadOut>();
  // A module that is a whole architecture is predicted, not read out.
  const covers = architectures.map((architecture) =>
    coverOf(space, architecture, numHops).filter((module) => !isWholeArchitecture(space, module)),
  );
  const wholes = await collectParts(covers, wholeKey, embed, beforeStep);
  const rest = values.map((of, output) => of.map((value) => value - (centre[output] as number)));
  for (let round = 0; round < NUM_LEVEL_ROUNDS + NUM_ROUNDS; round++) {
    for (const [key, part] of wholes) {
      await beforeStep();
      const before = readOuts.get(key);
      if (before) addValues(rest, part, before, 1);
      const left = pickRows(rest, part);
      const readOut = round < NUM_LEVEL_ROUNDS ? part.solver.fitLevel(left) : part.solver.fit(left);
      addValues(rest, part, readOut, -1);
      readOuts.set(key, readOut);
    }
  }
  centreParts(architectures.length, wholes, readOuts, centre);

  const smaller = architectures
    .slice(0, MOST_FOR_PARTIAL)
    .map((architecture) =>
      partialModules(space, architecture, numHops).filter((module) => !readOuts.has(wholeKey(module))),
    );
  const partials = await collectParts(smaller, partialKey, embed, beforeStep);
  const ofUnit = createUnitValues(rest, wholes, readOuts);
  for (const [key, part] of partials) {
    await beforeStep();
    // A unit that is scored as the end of the one before adds what both add together.
    const [unitIndex = part.unitIndex] = sequenceUnits(space, part.unitIndex);
    readOuts.set(key, part.solver.fit(pickRows(ofUnit(unitIndex), part)));
  }
  return { centre, readOuts };
}

/**
 * Gives every place that all architectures fill a mean of zero, and what they had to the centre: a constant could
 * stand at any of them, and scores at different places could not be compared.
 */
function centreParts(
  numArchitectures: number,
  wholes: ReadonlyMap<string, Part>,
  readOuts: Map<string, ReadOut>,
  centre: Float64Array,
): void {
  const places = new Map<string, string[]>();
  for (const [key, { unitIndex, rows }] of wholes) {
    // Lengths of a unit fill its place together; else a part fills a place of its own.
    const place = rows.length === numArchitectures ? key : `${unitIndex}`;
    places.set(place, [...(places.get(place) ?? []), key]);
  }
  for (const keys of places.values()) {
    const parts = keys.flatMap((key) => wholes.get(key) ?? []);
    if (new Set(parts.flatMap(({ rows }) => rows)).size < numArchitectures) continue;
    if (parts.reduce((sum, { rows }) => sum + rows.length, 0) > numArchitectures) continue;
    const sums = Array.from(centre, () => new Float64Array(numArchitectures));
    for (const [index, key] of keys.entries()) {
      const [part, readOut] = [parts[index], readOuts.get(key)];
      if (part && readOut) addValues(sums, part, readOut, 1);
    }
    const levels = sums.map((of) => of.reduce((sum, value) => sum + value, 0) / numArchitectures);
    levels.forEach((level, output) => (centre[output] = (centre[output] as number) + level));
    for (const key of keys) {
      const readOut = readOuts.get(key);
      if (readOut) readOuts.set(key, shifted(readOut, levels));
    }
  }
}

const pickRows = (values: readonly Float64Array[], { rows }: Part): Float64Array[] =>
  values.map((of) => Float64Array.from(rows, (row) => of[row] as number));

/** What each unit adds, with what no unit explains: what other units do is no noise to the modules inside it. */
function createUnitValues(
  rest: readonly Float64Array[],
  wholes: ReadonlyMap<string, Part>,
  readOuts: ReadonlyMap<string, ReadOut>,
): (unitIndex: number) => Float64Array[] {
  const units = new Map<number, Float64Array[]>();
  return (unitIndex) => {
    const known = units.get(unitIndex);
    if (known) return known;
    const values = rest.map((of) => of.slice());
    for (const [key, part] of wholes) {
      const readOut = readOuts.get(key);
      if (part.unitIndex === unitIndex && readOut) addValues(values, part, readOut, 1);
    }
    units.set(unitIndex, values);
    return values;
  };
}
