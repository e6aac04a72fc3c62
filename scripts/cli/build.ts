import { architectureKey, type Architecture } from "../../lib/core/architecture";
import { beatsMeasured, ledByFirst, sureness } from "../../lib/core/firstChoice";
import { writeNotation } from "../../lib/core/formats/notation";
import type { Interval, Predictor, PredictorFile } from "../../lib/predictor/predictor";
import { assemblies, scoredSlots, withPenalty } from "./assemblies";
import { limitOf, meets, parseConstraints, type Limit } from "./constraint";
import { oneOf, readArguments, tell, Unusable, wholeNumber, type Command } from "./command";
import { readPredictorFile } from "./files";
import { open, startBackend } from "./predictors";

const DEFAULT_TOP = 10;
/** Architectures of the highest sums of scores that are compared by their predictions. */
const NUM_COMPARED = 100;

/**
 * The architectures whose modules have the highest sums of scores (ALGORITHM section 8), of those predicted to meet
 * the constraint; among them the best one that the predictor was fitted to, which leads where no new architecture is
 * surely enough better (see firstChoice.ts). Printed by prediction, the first choice first.
 */
export const build: Command = async (args) => {
  const given = readArguments(args, ["P"], ["top", "constraint", "backend", "moments"]);
  const [path = ""] = given.positionals;
  const top = wholeNumber(given, "top", 1) ?? DEFAULT_TOP;
  const constraints =
    given.options.constraint === undefined ? [] : parseConstraints(given.options.constraint);
  const file = await readPredictorFile(path, given.options.moments);
  if (file.space.structure === "graph")
    throw new Unusable("Architectures with edges of their own cannot be built from modules alone.");
  await startBackend(oneOf(given, "backend", ["wasm", "cpu"]));
  const predictor = await open(file);
  const limits: Limit[] = [];
  // One after the other: each fit fills the machine.
  for (const constraint of constraints) limits.push(await limitOf(file, predictor, constraint));
  const built =
    limits.length === 0 ? await best(file, predictor, top) : await bestMeeting(file, predictor, limits);
  for (const opened of new Set([predictor, ...limits.map((limit) => limit.predictor)])) opened.dispose();
  return ledByFirst(byPreference(file, built), top).map(({ architecture, predicted, limited }) => ({
    architecture: writeNotation(file.space, architecture),
    predicted: predicted.value,
    low: predicted.low,
    high: predicted.high,
    ...(limits.length > 0 ? { constrained: Object.fromEntries(limited) } : {}),
  }));
};

type Built = {
  readonly architecture: Architecture;
  readonly predicted: Interval;
  /** What each constraint's expression is predicted to be. */
  readonly limited: readonly (readonly [expression: string, interval: Interval])[];
};

/** The surest first, led by the best measured one where no new one surely beats it. */
function byPreference({ labelled }: PredictorFile, built: readonly Built[]): Built[] {
  const measured = new Map<string, number>();
  for (const [row, architecture] of labelled.architectures.entries()) {
    const key = architectureKey(architecture);
    measured.set(key, Math.max(labelled.targets[row] ?? -Infinity, measured.get(key) ?? -Infinity));
  }
  const measuredAs = ({ architecture }: Built): number =>
    measured.get(architectureKey(architecture)) ?? -Infinity;
  const surest = built.toSorted((a, b) => sureness(b.predicted) - sureness(a.predicted));
  const [known] = surest.toSorted((a, b) => measuredAs(b) - measuredAs(a));
  const unseen = surest.find((entry) => measuredAs(entry) === -Infinity);
  const isBetter =
    unseen !== undefined && known !== undefined && beatsMeasured(unseen.predicted, measuredAs(known));
  const lead = isBetter ? unseen : (known ?? unseen);
  return lead === undefined ? [] : [lead, ...surest.filter((entry) => entry !== lead)];
}

/** The best rows that the predictor was fitted to, each architecture once. */
function bestMeasured(
  { labelled: { architectures, targets } }: PredictorFile,
  count: number,
): Architecture[] {
  const found = new Map<string, Architecture>();
  const bestFirst = [...architectures.keys()].sort((a, b) => (targets[b] ?? 0) - (targets[a] ?? 0));
  for (const architecture of bestFirst.flatMap((row) => architectures[row] ?? [])) {
    if (found.size === count) break;
    found.set(architectureKey(architecture), architecture);
  }
  return [...found.values()];
}

/** Each architecture once. */
const distinct = (architectures: readonly Architecture[]): Architecture[] => [
  ...new Map(architectures.map((architecture) => [architectureKey(architecture), architecture])).values(),
];

async function best(file: PredictorFile, predictor: Predictor, top: number): Promise<Built[]> {
  const candidates = assemblies(file, await scoredSlots(file, predictor), Math.max(top, NUM_COMPARED));
  return judge(distinct([...candidates, ...bestMeasured(file, 1)]), predictor, []);
}

/** Of the highest sums, and of sums that take more and more of the constrained metric into account. */
const WEIGHTS = [0, 0.25, 0.5, 1, 2, 4, 8];
const NUM_PER_WEIGHT = 400;

async function bestMeeting(
  file: PredictorFile,
  predictor: Predictor,
  limits: readonly Limit[],
): Promise<Built[]> {
  const slots = await scoredSlots(file, predictor);
  const penalties = [];
  for (const limit of limits)
    penalties.push({ slots: await scoredSlots(file, limit.predictor), below: limit.constraint.below });
  const candidates = bestMeasured(file, NUM_COMPARED);
  for (const weight of WEIGHTS)
    candidates.push(...assemblies(file, withPenalty(slots, penalties, weight), NUM_PER_WEIGHT));
  const judged = await judge(distinct(candidates), predictor, limits);
  const meeting = judged.filter(({ limited }) =>
    limits.every(({ constraint }, index) => meets(constraint, limited[index]?.[1].value ?? NaN)),
  );
  tell(`${meeting.length} of ${judged.length} candidates are predicted to meet the constraint`);
  if (meeting.length === 0) throw new Error("No candidate is predicted to meet the constraint; loosen it.");
  return meeting;
}

async function judge(
  architectures: readonly Architecture[],
  predictor: Predictor,
  limits: readonly Limit[],
): Promise<Built[]> {
  const predicted = await predictor.predict(architectures);
  const limited: { expression: string; intervals: Interval[] }[] = [];
  for (const { constraint, predictor: limiting } of limits)
    limited.push({ expression: constraint.expression, intervals: await limiting.predict(architectures) });
  return architectures.flatMap((architecture, index) => {
    const value = predicted[index];
    if (!value) return [];
    const entries = limited.flatMap(({ expression, intervals }) => {
      const interval = intervals[index];
      return interval ? [[expression, interval] as const] : [];
    });
    return [{ architecture, predicted: value, limited: entries }];
  });
}
