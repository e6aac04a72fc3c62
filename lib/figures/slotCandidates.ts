import type { Architecture } from "../core/architecture";
import type { Module } from "../core/module";
import { sequenceLengths } from "../core/scoredUnits";
import { operationsOf } from "../core/search/operations";
import { measuredGlobals } from "../core/search/slots";
import type { SearchSpace } from "../core/searchSpace";
import { candidateSequences, hasSequences } from "./candidates";

/** More settings of whole architectures than this are not compared: the commonest stay. */
const MAX_GLOBALS = 64;

/** Modules to score so that every slot (see core/search/slots.ts) can be filled. */
export type SlotCandidates = {
  /** Asked one after the other, so that progress can be told and a prediction never waits behind all of them. */
  readonly questions: readonly (readonly Module[])[];
  /** Units of which only sequences that architectures hold are looked at, because the space allows too many. */
  readonly observedOnly: readonly string[];
};

/** @param withGlobals whether the predictors score the features of whole architectures */
export function slotCandidates(
  space: SearchSpace,
  architectures: readonly Architecture[],
  withGlobals: boolean,
): SlotCandidates {
  const globals = withGlobals ? measuredGlobals(architectures).slice(0, MAX_GLOBALS) : [];
  const observedOnly: string[] = [];
  const ofUnits = hasSequences(space)
    ? space.units.map((unit, unitIndex) => {
        const found = sequenceLengths(space, unitIndex)
          .filter((length) => length > 0)
          .map((length) => candidateSequences(space, architectures, unitIndex, length));
        if (found.some(({ exhaustive }) => !exhaustive)) observedOnly.push(unit.name);
        return found.flatMap(({ modules }) => modules);
      })
    : operationsOf(space, architectures).map((places, unitIndex) =>
        places.flatMap((nodes, layer) =>
          nodes.map((node): Module => ({ unitIndex, layers: [layer], nodes: [node] })),
        ),
      );
  const questions = [...ofUnits, ...(space.globalFeatures.length > 0 ? [globals] : [])];
  return { questions: questions.filter((modules) => modules.length > 0), observedOnly };
}
