"use client";

import { useMemo } from "react";
import type { Module } from "@/lib/core/module";
import { operationKey } from "@/lib/core/searchSpace";
import { hasSequences } from "@/lib/figures/candidates";
import { formatCount } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import { filterRanking, type RankedModule } from "@/lib/figures/sequenceRanking";
import { Answer } from "./Answer";
import { ChoiceTabs } from "./ChoiceTabs";
import { useExploration } from "./exploration";
import { useExploreState } from "./exploreState";
import { IntervalNote } from "./IntervalNote";
import { SequenceFilter } from "./SequenceFilter";
import { SequenceList } from "./SequenceList";
import { chosenSize, lensSizes, moduleSizes, rankedUnit, rankedUnits } from "./moduleSizes";
import { Split } from "./split/Split";
import { TrustStrip } from "./TrustStrip";
import { useRanking } from "./useScores";
import { useSelection } from "./useSelection";

export function SequenceLens() {
  const exploration = useExploration();
  const { dataset, opened, scoreUnit } = exploration;
  const [state, setState] = useExploreState();
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  const named = Math.min(Math.max(1, state.unit), dataset.space.units.length) - 1;
  const unitIndex = rankedUnit(dataset.space, named);
  const units = rankedUnits(dataset.space);
  const whole = moduleSizes(exploration, unitIndex);
  const sequences = hasSequences(dataset.space);
  const sizes = lensSizes(whole, sequences);
  const size = chosenSize(sizes, state.length);
  const answer = useRanking(unitIndex, size);
  const selection = useSelection();
  const noun = size === 1 ? "single operation" : sequences ? "sequence" : "rooted subgraph";
  return (
    <>
      <TrustStrip metrics={opened.file.metrics} hop={size - 1} scoreUnit={scoreUnit} />
      <div className="mb-3 grid gap-2">
        {units.length > 1 && (
          <ChoiceTabs
            legend="Unit"
            choices={units.map(({ unitIndex: index, label }) => ({ value: index + 1, label }))}
            value={unitIndex + 1}
            onChange={(unit) => void setState({ unit })}
          />
        )}
        <ChoiceTabs
          legend={sequences ? "From one operation to whole units" : "Reach"}
          choices={sizes.map((value) => ({ value, label: sizeWords(value, whole, sequences) }))}
          value={size}
          onChange={(length) => void setState({ length })}
        />
      </div>
      <Answer answer={answer} waiting={`Scoring every ${noun} of this size`}>
        {({ ranked, mean, exhaustive }) => {
          const shown = filterRanking(ranked, { operation: state.op, seenOnly: state.seen });
          const operations = new Map(
            ranked.flatMap(({ evidence }) =>
              evidence.nodes.map((node) => [operationKey(node), node] as const),
            ),
          );
          return (
            <>
              <IntervalNote scores={ranked.map(({ evidence }) => evidence)} />
              <SequenceFilter
                operations={[...operations].map(([key, node]) => ({ key, label: paint(node).label }))}
                operation={state.op}
                seenOnly={state.seen}
                onChange={(filter) => void setState({ op: filter.operation, seen: filter.seenOnly })}
              />
              <p className="mb-2 text-xs text-muted">
                {formatCount(shown.length, noun)}
                {shown.length < ranked.length && ` of ${formatCount(ranked.length, noun)}`}
                {exhaustive
                  ? ", all that the space allows"
                  : ", those that architectures of the dataset hold"}
                , best first
              </p>
              <SequenceList
                key={`${unitIndex} ${size}`}
                space={dataset.space}
                ranking={{ ranked, mean }}
                shown={shown}
                paint={paint}
                scoreUnit={scoreUnit}
                selectedKey={state.module}
                onPick={selection.pickModule}
              />
              <SplitOf ranked={ranked} pinned={selection.module} unitIndex={unitIndex} />
            </>
          );
        }}
      </Answer>
    </>
  );
}

/** The split of the pinned module where it is one of several nodes of the unit, else of the best ranked. */
function SplitOf({
  ranked,
  pinned,
  unitIndex,
}: {
  ranked: readonly RankedModule[];
  pinned: Module | null;
  unitIndex: number;
}) {
  const isPinned = pinned !== null && pinned.unitIndex === unitIndex && pinned.nodes.length > 1;
  const module = isPinned ? pinned : ranked[0]?.evidence;
  if (module === undefined || module.nodes.length < 2) return null;
  return <Split module={module} isPinned={isPinned} />;
}

/** From `1 operation` by way of parts of a unit to whole ones. */
function sizeWords(size: number, whole: readonly number[], sequences: boolean): string {
  if (!sequences) return size === 1 ? "1 node" : size === 2 ? "1 hop" : `${size - 1} hops`;
  const layers = size === 1 ? "1 operation" : `${size} layers`;
  return whole.includes(size) ? `${layers}, whole unit` : layers;
}
