"use client";

import { useMemo } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import type { Architecture } from "@/lib/core/architecture";
import { encodeModule } from "@/lib/core/moduleCode";
import { moduleKey, sequenceModule, type Module } from "@/lib/core/module";
import { sequenceNodes } from "@/lib/core/scoredUnits";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { matchRows, type Matching } from "@/lib/core/trust/matchedPairs";
import {
  claimedDifference,
  countPairs,
  counterExamples,
  measuredDifference,
  type CounterExample,
} from "@/lib/core/trust/measuredDifference";
import { modulePlaceOf, slotTable, type SlotTable } from "@/lib/core/trust/slots";
import { fillsUnit } from "@/lib/figures/linked";
import { meanDifference, type MeanInterval } from "@/lib/core/trust/student";
import { useExploration, type Exploration } from "../exploration";
import { useAnswer } from "../useAnswer";

/** What the user's own rows say about a module, beside what the predictor claims. */
export type Challenge = {
  readonly matching: Matching;
  /** Null where no rows match. */
  readonly measured: MeanInterval | null;
  /** The predictor's difference for the same rows; NaN where it has none. */
  readonly claimed: number;
  readonly numPairs: number;
  readonly numAgainst: number;
  readonly counterExamples: readonly CounterExample[];
  readonly mostOtherDifferences: number;
  /** All that hold it against all that have something else there, whatever else differs; null for too few. */
  readonly unmatched: MeanInterval | null;
};

const MOST_COUNTER_EXAMPLES = 8;
/** Modules that partners have in the place, scored for the claim; beyond these the claim is of a part of the pairs. */
const MOST_SCORED = 2_000;

const tables = new WeakMap<readonly Architecture[], SlotTable>();

/** The rows as a table of slots, built once for all challenges. */
function tableOf({ dataset, architectures }: Exploration): SlotTable {
  const known = tables.get(architectures);
  if (known) return known;
  const table = slotTable(dataset.space, architectures);
  tables.set(architectures, table);
  return table;
}

/** What an architecture has in the place of a module; null where it has no such place. */
function inPlaceOf(
  space: SearchSpace,
  architecture: Architecture | undefined,
  module: Module,
): Module | null {
  if (architecture === undefined) return null;
  if (fillsUnit(space, module))
    return sequenceModule(module.unitIndex, sequenceNodes(space, architecture, module.unitIndex));
  const unit = architecture.units[module.unitIndex] ?? [];
  const nodes = module.layers.flatMap((layer) => {
    const node = unit[layer];
    return node ? [node] : [];
  });
  return nodes.length === module.layers.length ? { ...module, nodes } : null;
}

/** Matches rows, then asks the predictor for the same difference. */
export async function challenge(exploration: Exploration, module: Module): Promise<Challenge> {
  const { dataset, architectures, measured, opened } = exploration;
  const { space } = dataset;
  const table = tableOf(exploration);
  const matching = matchRows(table, modulePlaceOf(space, table, module, fillsUnit(space, module)), measured);
  const { sets, holders, others } = matching;

  const alternatives = new Map<string, Module>();
  const keyOfRow = new Map<number, string>();
  for (const row of sets.flatMap(({ partners }) => partners)) {
    const held = inPlaceOf(space, architectures[row], module);
    if (held === null) continue;
    const key = moduleKey(held);
    if (alternatives.size < MOST_SCORED) alternatives.set(key, held);
    keyOfRow.set(row, key);
  }
  const asked = [module, ...alternatives.values()];
  const { scores } = await opened.client.run("scoreModules", { modules: asked });
  const scoreOf = new Map(
    [...alternatives.keys()].map((key, index) => [key, scores[index + 1]?.score ?? NaN]),
  );
  const claimed = claimedDifference(
    sets,
    scores[0]?.score ?? NaN,
    (row) => scoreOf.get(keyOfRow.get(row) ?? "") ?? NaN,
  );

  const sign = Number.isFinite(claimed) ? claimed : 1;
  const valuesOf = (rows: readonly number[]) => rows.map((row) => measured[row] ?? NaN);
  return {
    matching,
    measured: measuredDifference(measured, sets),
    claimed,
    ...countPairs(measured, sets, sign),
    counterExamples: counterExamples(measured, sets, sign, MOST_COUNTER_EXAMPLES),
    mostOtherDifferences: Math.max(0, ...sets.map(({ numOtherDifferences }) => numOtherDifferences)),
    unmatched: meanDifference(valuesOf(holders), valuesOf(others)),
  };
}

/** @param wanted whether the user asked; nothing is computed before */
export function useChallenge(module: Module, wanted: boolean): Loadable<Challenge> {
  const exploration = useExploration();
  const ask = useMemo(
    () => (wanted ? async () => challenge(exploration, module) : null),
    [exploration, module, wanted],
  );
  return useAnswer(`${exploration.opened.id} challenge ${encodeModule(module)}`, ask);
}
