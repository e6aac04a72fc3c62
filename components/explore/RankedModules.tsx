"use client";

import { memo, useCallback, useDeferredValue, useMemo } from "react";
import type { Node } from "@/lib/core/architecture";
import type { Module } from "@/lib/core/module";
import { operationKey } from "@/lib/core/searchSpace";
import { formatCount, formatInteger } from "@/lib/figures/format";
import { isLinked } from "@/lib/figures/linked";
import { operationPalette } from "@/lib/figures/operationPalette";
import { filterRanking, type RankedModule, type Ranking } from "@/lib/figures/sequenceRanking";
import { useExploration } from "./exploration";
import { useExploreState } from "./exploreState";
import { IntervalNote } from "./IntervalNote";
import { Nothing } from "./Nothing";
import { SequenceFilter } from "./SequenceFilter";
import { SequenceList } from "./SequenceList";
import { Split } from "./split/Split";
import { SmallGraphs } from "./subgraphs/SmallGraphs";
import { useSelection } from "./useSelection";

type RankedModulesProps = {
  ranking: Ranking & { readonly exhaustive: boolean };
  /** `sequence` */
  noun: string;
  /** The unit that they are all of; null where they are of several. */
  unitIndex: number | null;
  /** Whether the best are also drawn as graphs. */
  asGraphs: boolean;
};

/** A ranking with its filter, and the split of the pinned or the best module below. */
export function RankedModules({ ranking, noun, unitIndex, asGraphs }: RankedModulesProps) {
  const { dataset, scoreUnit } = useExploration();
  const [state, setState] = useExploreState();
  const selection = useSelection();
  // The list marks what was pressed at once; its split follows.
  const split = useDeferredValue(selection.module);
  const { ranked, exhaustive } = ranking;
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  const shown = useMemo(
    () => filterRanking(ranked, { operation: state.op, seenOnly: state.seen }),
    [ranked, state.op, state.seen],
  );
  // The list is of modules with the selected operation only, so that this one marks nothing.
  const { value, module, architecture } = selection;
  const linked = useCallback(
    (shown: Module) => isLinked(dataset.space, { operation: null, value, module, architecture }, shown),
    [dataset.space, value, module, architecture],
  );
  const operations = useMemo(() => operationsOf(ranked), [ranked]);
  const scores = useMemo(() => ranked.map(({ evidence }) => evidence), [ranked]);
  if (ranked.length === 0)
    return (
      <Nothing>
        No architecture of the dataset holds a {noun} of this size, and the space allows too many to score
        them all. Choose another size.
      </Nothing>
    );
  return (
    <>
      <IntervalNote scores={scores} />
      <SequenceFilter
        operations={operations.map(([key, node]) => ({ key, label: paint(node).label }))}
        operation={state.op}
        seenOnly={state.seen}
        onChange={(filter) => void setState({ op: filter.operation, seen: filter.seenOnly })}
      />
      <p className="mb-2 text-xs text-muted">
        {formatCount(shown.length, noun)}
        {shown.length < ranked.length && ` of ${formatCount(ranked.length, noun)}`}
        {exhaustive ? ", all that the space allows" : ", those that architectures of the dataset hold"}, best
        first
      </p>
      {asGraphs && shown.length > 0 && (
        <SmallGraphs
          space={dataset.space}
          shown={shown}
          paint={paint}
          selectedKey={state.module}
          isLinked={linked}
          onPick={selection.pickModule}
        />
      )}
      <SequenceList
        space={dataset.space}
        ranking={ranking}
        shown={shown}
        paint={paint}
        scoreUnit={scoreUnit}
        selectedKey={state.module}
        isLinked={linked}
        onPick={selection.pickModule}
      />
      <MarkedRanks shown={shown} isLinked={linked} />
      <SplitOf ranked={ranked} pinned={split} unitIndex={unitIndex} />
    </>
  );
}

const MOST_RANKS = 6;

type MarkedRanksProps = { shown: readonly RankedModule[]; isLinked: (module: Module) => boolean };

/**
 * Where the marked ones are, since most of a long list is out of sight. Below the list: it comes and goes with what is
 * selected, and must not move rows under the pointer.
 */
const MarkedRanks = memo(function MarkedRanks({ shown, isLinked }: MarkedRanksProps) {
  const ranks = useMemo(
    () => shown.flatMap(({ rank, evidence }) => (isLinked(evidence) ? [rank] : [])),
    [shown, isLinked],
  );
  if (ranks.length === 0) return null;
  return (
    <p className="mt-2 text-xs text-muted">
      {formatInteger(ranks.length)} marked at the left {ranks.length === 1 ? "belongs" : "belong"} to what is
      selected: rank {ranks.slice(0, MOST_RANKS).map(formatInteger).join("; ")}
      {ranks.length > MOST_RANKS && " and further down"}
    </p>
  );
});

/** Every operation of the ranked modules once, by its key. */
function operationsOf(ranked: readonly RankedModule[]): [string, Node][] {
  const found = new Map<string, Node>();
  for (const { evidence } of ranked) for (const node of evidence.nodes) found.set(operationKey(node), node);
  return [...found];
}

type SplitOfProps = {
  ranked: readonly RankedModule[];
  pinned: Module | null;
  unitIndex: number | null;
};

/** The split of the pinned module where it is one of several nodes of the unit, else of the best ranked. */
const SplitOf = memo(function SplitOf({ ranked, pinned, unitIndex }: SplitOfProps) {
  const isPinned =
    pinned !== null && (unitIndex === null || pinned.unitIndex === unitIndex) && pinned.nodes.length > 1;
  const module = isPinned ? pinned : ranked[0]?.evidence;
  if (module === undefined || module.nodes.length < 2) return null;
  return <Split module={module} isPinned={isPinned} />;
});
