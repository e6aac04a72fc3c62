import type { SearchSpace } from "../../lib/core/searchSpace";
import { oneOf, readArguments, Unusable, wholeNumber, type Command } from "./command";
import { readPredictorFile } from "./files";
import { unitModules, writeModule } from "./modules";
import { open, startBackend } from "./predictors";

/** Every module with its score and what it rests on, best first. */
export const rank: Command = async (args) => {
  const given = readArguments(args, ["P"], ["unit", "length", "top", "backend", "moments"]);
  const [path = ""] = given.positionals;
  const length = wholeNumber(given, "length", 1);
  const top = wholeNumber(given, "top", 1);
  const file = await readPredictorFile(path, given.options.moments);
  const { space, labelled } = file;
  const wanted = unitIndexes(space, given.options.unit);
  await startBackend(oneOf(given, "backend", ["wasm", "cpu"]));
  const predictor = await open(file);
  const modules = wanted
    .flatMap((unitIndex) => unitModules(space, labelled.architectures, unitIndex, predictor.numHops).modules)
    .filter(({ nodes }) => length === undefined || nodes.length === length);
  if (modules.length === 0) throw new Unusable(`No module has ${length} nodes in the chosen units.`);
  const scores = await predictor.scoreModules(modules);
  predictor.dispose();
  return scores
    .toSorted((a, b) => b.score - a.score)
    .slice(0, top)
    .map((scored) => ({
      unit: scored.unitIndex + 1,
      length: scored.nodes.length,
      module: writeModule(space, scored),
      score: scored.score,
      // A checkpoint without rows rests on nothing that could give an interval.
      low: labelled.architectures.length === 0 ? null : scored.low,
      high: labelled.architectures.length === 0 ? null : scored.high,
      support: scored.support,
    }));
};

/** 0-based indexes of the units: all, or the one of that 1-based number or name. */
function unitIndexes(space: SearchSpace, text: string | undefined): number[] {
  const all = space.units.map((_, index) => index);
  if (text === undefined) return all;
  const found = all.filter((index) => String(index + 1) === text || space.units[index]?.name === text);
  if (found.length === 0)
    throw new Unusable(`--unit is 1 to ${space.units.length} or a unit's name, not "${text}".`);
  return found;
}
