import type { Architecture } from "../../lib/core/architecture";
import { bestSums } from "../../lib/core/bestSums";
import { isGlobalsModule, moduleKey, type ModuleScore } from "../../lib/core/module";
import { predictorKind } from "../../lib/core/predictorKinds";
import { measuredGlobals } from "../../lib/core/search/slots";
import { sequenceLengths, splitSequence } from "../../lib/core/scoredUnits";
import { mean, standardDeviation } from "../../lib/core/stats";
import { hasSequences } from "../../lib/figures/candidates";
import type { Predictor, PredictorFile } from "../../lib/predictor/predictor";
import { tell } from "./command";
import { unitModules } from "./modules";

type Built = Pick<PredictorFile, "space" | "labelled">;

/**
 * Scored modules by slot, best first: a slot is a unit, or a single place where nodes have places of their own. One
 * more slot is for the features of whole architectures, where the predictor scores them.
 */
export async function scoredSlots(
  { space, labelled }: Built,
  predictor: Predictor,
): Promise<ModuleScore[][]> {
  const slots: ModuleScore[][] = [];
  const whole = hasSequences(space);
  for (const [unitIndex, { name }] of space.units.entries()) {
    const { modules, exhaustive } = unitModules(space, labelled.architectures, unitIndex, predictor.numHops);
    if (whole && !exhaustive) tell(`${name}: only sequences that labelled architectures hold are tried`);
    if (whole && modules.length === 0) continue;
    const wanted = whole ? modules : modules.filter(({ nodes }) => nodes.length === 1);
    const scores = (await predictor.scoreModules(wanted)).toSorted((a, b) => b.score - a.score);
    slots.push(...(whole ? [scores] : byPlace(scores)));
  }
  if (predictorKind(predictor.kind)?.scoresGlobals && space.globalFeatures.length > 0) {
    const globals = measuredGlobals(labelled.architectures);
    slots.push((await predictor.scoreModules(globals)).sort((a, b) => b.score - a.score));
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

/**
 * The same slots ordered by score minus the penalties' scores, all in standard deviations of their own: a weight of 1
 * gives up as much of the target as it gains of the constrained metric.
 * @param penalties slots of the same modules, scored by another predictor
 */
export function withPenalty(
  slots: readonly (readonly ModuleScore[])[],
  penalties: readonly { readonly slots: readonly (readonly ModuleScore[])[]; readonly below: boolean }[],
  weight: number,
): ModuleScore[][] {
  const spread = spreadOf(slots);
  const terms = penalties.map(({ slots: penalty, below }) => ({
    scores: new Map(penalty.flat().map((scored) => [moduleKey(scored), scored.score])),
    factor: ((below ? -1 : 1) * weight) / spreadOf(penalty),
  }));
  return slots.map((slot) =>
    slot
      .map((scored) => {
        const penalty = terms.reduce(
          (sum, { scores, factor }) => sum + factor * (scores.get(moduleKey(scored)) ?? 0),
          0,
        );
        return { ...scored, score: scored.score / spread + penalty };
      })
      .sort((a, b) => b.score - a.score),
  );
}

/** Pooled standard deviation of scores inside their slots; 1 where all are equal. */
function spreadOf(slots: readonly (readonly ModuleScore[])[]): number {
  const variances = slots.map((slot) => standardDeviation(slot.map(({ score }) => score)) ** 2);
  return Math.sqrt(mean(variances)) || 1;
}

/** Up to `count` architectures in descending order of the sum of their modules' scores. */
export function assemblies(
  { space, labelled }: Built,
  slots: readonly (readonly ModuleScore[])[],
  count: number,
): Architecture[] {
  const usual = measuredGlobals(labelled.architectures)[0]?.nodes[0] ?? [];
  const found: Architecture[] = [];
  for (const { items } of bestSums(slots, ({ score }) => score)) {
    const units = space.units.flatMap((_, unitIndex) => {
      const nodes = items
        .filter((module) => module.unitIndex === unitIndex)
        .flatMap((module) => module.nodes);
      // A unit that is scored as the end of the one before it came with that one.
      if (sequenceLengths(space, unitIndex).length === 0) return [];
      return splitSequence(space, unitIndex, nodes);
    });
    const globals = items.find(isGlobalsModule)?.nodes[0] ?? usual;
    found.push({ id: `built-${found.length + 1}`, units, globals });
    if (found.length === count) break;
  }
  return found;
}
