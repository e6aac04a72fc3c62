import type { Architecture } from "../../lib/core/architecture";
import { writeNotation } from "../../lib/core/formats/notation";
import type { Interval, Predictor, PredictorFile } from "../../lib/predictor/predictor";
import { constraintPredictor, holds, parseConstraints, type Constraint } from "./constraint";
import { oneOf, readArguments, tell, Unusable, wholeNumber, type Command } from "./command";
import { assemblies, scoredSlots } from "./assemblies";
import { readPredictorFile } from "./files";
import { open, startBackend } from "./predictors";

const DEFAULT_TOP = 10;
/** Architectures looked at before a constraint is called unmeetable among the best. */
const MOST_TRIED = 20_000;
const BATCH = 500;

/**
 * The architectures whose modules have the highest sums of scores (ALGORITHM section 8) and that are predicted to
 * meet the constraint, printed by prediction, best first.
 */
export const build: Command = async (args) => {
  const given = readArguments(args, ["P"], ["top", "constraint", "backend"]);
  const [path = ""] = given.positionals;
  const top = wholeNumber(given, "top", 1) ?? DEFAULT_TOP;
  const constraints =
    given.options.constraint === undefined ? [] : parseConstraints(given.options.constraint);
  const file = readPredictorFile(path);
  if (file.space.structure === "graph")
    throw new Unusable("Architectures with edges of their own cannot be built from modules alone.");
  await startBackend(oneOf(given, "backend", ["wasm", "cpu"]));
  const predictor = await open(file);
  const limits = await limitsOf(file, predictor, constraints);
  const found = await firstMeeting(file, predictor, limits, top);
  for (const opened of new Set([predictor, ...limits.map((limit) => limit.predictor)])) opened.dispose();
  return found
    .toSorted((a, b) => b.predicted.value - a.predicted.value)
    .map(({ architecture, predicted, constrained }) => ({
      architecture: writeNotation(file.space, architecture),
      predicted: predicted.value,
      low: predicted.low,
      high: predicted.high,
      ...(limits.length > 0 ? { constrained } : {}),
    }));
};

type Limit = { readonly constraint: Constraint; readonly predictor: Predictor };
type Built = {
  readonly architecture: Architecture;
  readonly predicted: Interval;
  /** By the constraint's expression: what it is predicted to be. */
  readonly constrained: Readonly<Record<string, Interval>>;
};

async function limitsOf(
  file: PredictorFile,
  opened: Predictor,
  constraints: readonly Constraint[],
): Promise<Limit[]> {
  const limits: Limit[] = [];
  // One after the other: each fit fills the machine.
  for (const constraint of constraints)
    limits.push({ constraint, predictor: await constraintPredictor(file, opened, constraint) });
  return limits;
}

async function firstMeeting(
  file: PredictorFile,
  predictor: Predictor,
  limits: readonly Limit[],
  top: number,
): Promise<Built[]> {
  const found: Built[] = [];
  const candidates = assemblies(file, await scoredSlots(file, predictor));
  let tried = 0;
  while (found.length < top && tried < MOST_TRIED) {
    const batch = [...take(candidates, limits.length === 0 ? top : BATCH)];
    if (batch.length === 0) break;
    tried += batch.length;
    const predicted = await predictor.predict(batch);
    const limited: Interval[][] = [];
    for (const limit of limits) limited.push(await limit.predictor.predict(batch));
    for (const [index, architecture] of batch.entries()) {
      const value = predicted[index];
      const meets = limits.every(({ constraint }, limit) =>
        holds(constraint, limited[limit]?.[index]?.value ?? NaN),
      );
      if (!value || !meets || found.length >= top) continue;
      const constrained = Object.fromEntries(
        limits.flatMap(({ constraint }, limit) => {
          const interval = limited[limit]?.[index];
          return interval ? [[constraint.expression, interval] as const] : [];
        }),
      );
      found.push({ architecture, predicted: value, constrained });
    }
  }
  if (limits.length > 0) tell(`${found.length} of the ${tried} best sums meet the constraint`);
  if (found.length === 0) throw new Unusable(`None of the ${tried} best architectures meets the constraint.`);
  return found;
}

function* take<T>(items: Iterator<T>, count: number): Generator<T> {
  for (let taken = 0; taken < count; taken++) {
    const { value, done } = items.next();
    if (done) return;
    yield value;
  }
}
