import type { Architecture } from "../../lib/core/architecture";
import { bestSums } from "../../lib/core/bestSums";
import type { ModuleScore } from "../../lib/core/module";
import { hasSequences } from "../../lib/figures/candidates";
import type { Predictor, PredictorFile } from "../../lib/predictor/predictor";
import { tell } from "./command";
import { unitModules } from "./modules";

type Built = Pick<PredictorFile, "space" | "labelled">;

/** Scored modules by slot, best first: a slot is a unit, or a single place where nodes have places of their own. */
export async function scoredSlots(
  { space, labelled }: Built,
  predictor: Predictor,
): Promise<ModuleScore[][]> {
  const slots: ModuleScore[][] = [];
  const whole = hasSequences(space);
  for (const [unitIndex, { name }] of space.units.entries()) {
    const { modules, exhaustive } = unitModules(space, labelled.architectures, unitIndex, predictor.numHops);
    if (whole && !exhaustive) tell(`${name}: only sequences that labelled architectures hold are tried`);
    const wanted = whole ? modules : modules.filter(({ nodes }) => nodes.length === 1);
    const scores = (await predictor.scoreModules(wanted)).toSorted((a, b) => b.score - a.score);
    slots.push(...(whole ? [scores] : byPlace(scores)));
  }
  return slots;
}

/** One list for each layer of the unit, in layer order. */
function byPlace(scores: readonly ModuleScore[]): ModuleScore[][] {
  const places = new Map<number, ModuleScore[]>();
  for (const scored of scores) {
    const [layer = 0] = scored.layers;
    places.set(layer, [...(places.get(layer) ?? []), scored]);
  }
  return [...places].sort(([a], [b]) => a - b).map(([, list]) => list);
}

/** Architectures in descending order of the sum of their modules' scores. */
export function* assemblies(
  { space, labelled }: Built,
  slots: readonly (readonly ModuleScore[])[],
): Generator<Architecture> {
  const globals = usualGlobals(labelled.architectures);
  let count = 0;
  for (const { items } of bestSums(slots, ({ score }) => score)) {
    const units = space.units.map((_, unitIndex) =>
      items.filter((module) => module.unitIndex === unitIndex).flatMap(({ nodes }) => nodes),
    );
    count += 1;
    yield { id: `built-${count}`, units, globals };
  }
}

/** Features of the whole architecture are not built from modules; the most frequent ones are taken. */
function usualGlobals(architectures: readonly Architecture[]): readonly number[] {
  const counts = new Map<string, { globals: readonly number[]; count: number }>();
  for (const { globals } of architectures) {
    const key = globals.join();
    counts.set(key, { globals, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.globals ?? [];
}
