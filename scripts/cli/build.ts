import { architectureKey, type Architecture } from "../../lib/core/architecture";
import { beatsMeasured, ledByFirst, sureness } from "../../lib/core/firstChoice";
import { writeNotation } from "../../lib/core/formats/notation";
import type { Interval, Predictor, PredictorFile } from "../../lib/predictor/predictor";
import { networkKeys } from "../../lib/core/split/networkKey";
import type { SearchSpace } from "../../lib/core/searchSpace";
import { assemblies, scoredSlots, withPenalty } from "./assemblies";
import { limitOf, meets, parseConstraints, type Limit } from "./constraint";
import { oneOf, readArguments, tell, Unusable, wholeNumber, type Command } from "./command";
import { readPredictorFile } from "./files";
import { beamSearch, createNeighbours } from "./graphs";
import { open, startBackend } from "./predictors";

const DEFAULT_TOP = 10;
/** Architectures of the highest sums of scores that are compared by their predictions. */
const NUM_COMPARED = 100;

/**
 * The architectures whose modules have the highest sums of scores (ALGORITHM section 8), of those predicted to meet
 * the constraint; among them the best one that the predictor was fitted to, which leads where no new architecture is
 * surely enough better (see firstChoice.ts). Graphs, whose nodes have no places in common, are instead reached by edits
 * from the best measured ones (see graphs.ts). Printed by prediction, the first choice first.
 */
export const build: Command = async (args) => {
  const given = readArguments(args, ["P"], ["top", "constraint", "backend", "moments"]);
  const [path = ""] = given.positionals;
  const top = wholeNumber(given, "top", 1) ?? DEFAULT_TOP;
  const constraints =
    given.options.constraint === undefined ? [] : parseConstraints(given.options.constraint);
  const file = await readPredictorFile(path, given.options.moments);
  if (file.space.structure === "graph" && file.labelled.architectures.length === 0)
    throw new Unusable(
      "The predictor file holds no measured graphs to begin with; train it again with `train`.",
    );
  await startBackend(oneOf(given, "backend", ["wasm", "cpu"]));
  const predictor = await open(file);
  const limits: Limit[] = [];
  // One after the other: each fit fills the machine.
  for (const constraint of constraints) limits.push(await limitOf(file, predictor, constraint));
  const built = await (file.space.structure === "graph"
    ? bestGraphs(file, predictor, limits)
    : limits.length === 0
      ? best(file, predictor, top)
      : bestMeeting(file, predictor, limits));
  for (const opened of new Set([predictor, ...limits.map((limit) => limit.predictor)])) opened.dispose();
  const chosen = byPreference(file, built);
  return ledByFirst(chosen, top).map(({ architecture, predicted, limited }) => ({
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
function byPreference({ space, labelled }: PredictorFile, built: readonly Built[]): Built[] {
  const keyOf = keysOf(space);
  const measured = new Map<string, number>();
  for (const [row, architecture] of labelled.architectures.entries()) {
    const key = keyOf(architecture);
    measured.set(key, Math.max(labelled.targets[row] ?? -Infinity, measured.get(key) ?? -Infinity));
  }
  const measuredAs = ({ architecture }: Built): number => measured.get(keyOf(architecture)) ?? -Infinity;
  const surest = built.toSorted((a, b) => sureness(b.predicted) - sureness(a.predicted));
  const [known] = surest.toSorted((a, b) => measuredAs(b) - measuredAs(a));
  const unseen = surest.find((entry) => measuredAs(entry) === -Infinity);
  const isBetter =
    unseen !== undefined && known !== undefined && beatsMeasured(unseen.predicted, measuredAs(known));
  const lead = isBetter ? unseen : (known ?? unseen);
  if (lead !== undefined && measured.size > 0)
    tell(
      measuredAs(lead) > -Infinity
        ? "The first choice is the best measured architecture: no new one surely beats it"
        : "The first choice is a new architecture, which should beat the best measured one",
    );
  return lead === undefined ? [] : [lead, ...surest.filter((entry) => entry !== lead)];
}

/** Equal for two forms of one network. */
const keysOf = (space: SearchSpace): ((architecture: Architecture) => string) =>
  networkKeys(space, [...space.globalFeatures.keys()]);

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
  return meetingOf(await judge(distinct(candidates), predictor, limits), limits);
}

/** Those that are predicted to meet the constraints. @throws Error where none is */
function meetingOf(judged: readonly Built[], limits: readonly Limit[]): Built[] {
  if (limits.length === 0) return [...judged];
  const meeting = judged.filter(({ limited }) => numBroken(limited, limits) === 0);
  tell(`${meeting.length} of ${judged.length} candidates are predicted to meet the constraint`);
  if (meeting.length === 0) throw new Error("No candidate is predicted to meet the constraint; loosen it.");
  return meeting;
}

const numBroken = (limited: Built["limited"], limits: readonly Limit[]): number =>
  limits.filter(({ constraint }, index) => !meets(constraint, limited[index]?.[1].value ?? NaN)).length;

/** Measured graphs that a search begins with: those that break a constraint may stand next to one that meets it. */
const NUM_STARTS = 100;

/** Edits of the best measured graphs: those that break fewer constraints come first, then the surest. */
async function bestGraphs(
  file: PredictorFile,
  predictor: Predictor,
  limits: readonly Limit[],
): Promise<Built[]> {
  const { space, labelled, seed } = file;
  const built = await beamSearch<Built>(
    bestMeasured(file, NUM_STARTS),
    createNeighbours(space, labelled.architectures),
    keysOf(space),
    (architectures) => judge(architectures, predictor, limits),
    (a, b) =>
      numBroken(a.limited, limits) - numBroken(b.limited, limits) ||
      sureness(b.predicted) - sureness(a.predicted),
    seed,
  );
  return meetingOf(built, limits);
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
