/** Reads a file of evaluated architectures, whatever format it is in. */
import type { ImportOutcome, ImportStep, SourceFile } from "./format";
import type { ImportPlan } from "./importPlan";
import { importTable } from "./importTable";
import { readTable } from "./readTable";
import { recognise, unknownFormat } from "./recognise";

/**
 * Recognises the format by content, infers the search space and validates every row against it, as far as `plan` does
 * not say otherwise. Rows add up: `report.numArchitectures` = accepted + merged + rejected. Never throws for what a
 * file may hold.
 */
export function importFile(source: SourceFile, plan: ImportPlan = {}): ImportOutcome {
  const steps = importSteps(source, plan);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps of some ten milliseconds, so that a caller can report progress, do other work, and stop. */
export function* importSteps(source: SourceFile, plan: ImportPlan): Generator<ImportStep, ImportOutcome> {
  yield { phase: "reading", share: 0 };
  const outcome = readTable(source.bytes, plan.firstRow);
  if (!outcome.ok) return unknownFormat(outcome.message);
  const recognised = recognise(outcome.table, plan);
  if (typeof recognised === "string") return unknownFormat(recognised);
  return yield* importTable(source.name, recognised, plan);
}
