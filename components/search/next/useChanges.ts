"use client";

import { useMemo } from "react";
import { useExploration, type Exploration } from "@/components/explore/exploration";
import { useAnswer } from "@/components/explore/useAnswer";
import type { Loadable } from "@/components/workspace/workspace";
import { architectureKey } from "@/lib/core/architecture";
import type { Goal } from "@/lib/core/pareto";
import { positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import { openBeside } from "../beside";
import { measuredTarget } from "../measuredValues";
import { moduleMoves, placesOf, spreadRows, type ModuleMoves, type Places } from "./changes";

/** More rows than this tell no more of a place, and take their time to predict. */
const MOST_RANKED = 2_000;

export type Changes = {
  readonly modules: ModuleMoves;
  /** The first choice of the list; null while it was not measured. */
  readonly firstChoice: (Places & { readonly id: string }) | null;
};

export type ChangesAsked = {
  readonly from: string;
  readonly to: string;
  readonly target: string;
  readonly goal: Goal;
  /** See architectureKey. */
  readonly firstKey: string;
};

/** Asks the predictor of a list and its successor about the same modules and architectures. */
export function useChanges(asked: ChangesAsked): Loadable<Changes> {
  const exploration = useExploration();
  const { from, to, target, goal, firstKey } = asked;
  const ask = useMemo(
    () => () => askChanges(exploration, { from, to, target, goal, firstKey }),
    [exploration, from, to, target, goal, firstKey],
  );
  const numRows = exploration.architectures.length;
  return useAnswer(`changes ${exploration.opened.id} ${from} ${to} ${numRows} ${goal} ${firstKey}`, ask);
}

async function askChanges(
  { dataset, architectures, opened }: Exploration,
  { from, to, target, goal, firstKey }: ChangesAsked,
): Promise<Changes> {
  const { client } = opened;
  const [before = {}, after = {}] = await openBeside(opened, dataset.id, [from, to]);
  const { operations } = shownOperations(dataset.space, architectures);
  const modules = positionModules(dataset.space, operations);
  const first = await client.run("scoreModules", { modules, ...before });
  const second = await client.run("scoreModules", { modules, ...after });
  const moves = moduleMoves(first.scores, second.scores, goal);

  const values = measuredTarget(dataset.metrics, architectures, target);
  const firstRow = architectures.findIndex((one) => architectureKey(one) === firstKey);
  if (!Number.isFinite(values[firstRow])) return { modules: moves, firstChoice: null };
  const measuredRows = [...values.keys()].filter((row) => Number.isFinite(values[row]));
  const rows = spreadRows(measuredRows, MOST_RANKED, firstRow);
  const ranked = rows.flatMap((row) => architectures.slice(row, row + 1));
  const old = await client.run("predict", { architectures: ranked, ...before });
  const renewed = await client.run("predict", { architectures: ranked, ...after });
  const places = placesOf(
    rows.indexOf(firstRow),
    {
      before: old.intervals.map(({ value }) => value),
      after: renewed.intervals.map(({ value }) => value),
      measured: rows.map((row) => values[row] ?? NaN),
    },
    goal,
  );
  return { modules: moves, firstChoice: { ...places, id: architectures[firstRow]?.id ?? "" } };
}
