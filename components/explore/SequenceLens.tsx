"use client";

import { useMemo } from "react";
import { encodeModule } from "@/lib/core/moduleCode";
import { operationKey } from "@/lib/core/searchSpace";
import { hasSequences } from "@/lib/figures/candidates";
import { formatCount } from "@/lib/figures/format";
import { operationPalette } from "@/lib/figures/operationPalette";
import { filterRanking } from "@/lib/figures/sequenceRanking";
import { Answer } from "./Answer";
import { ChoiceTabs } from "./ChoiceTabs";
import { useExploration } from "./exploration";
import { useExploreState } from "./exploreState";
import { IntervalNote } from "./IntervalNote";
import { SequenceFilter } from "./SequenceFilter";
import { SequenceList } from "./SequenceList";
import { chosenSize, moduleSizes, rankedUnit, rankedUnits } from "./moduleSizes";
import { TrustStrip } from "./TrustStrip";
import { useRanking } from "./useScores";

export function SequenceLens() {
  const exploration = useExploration();
  const { dataset, opened, scoreUnit } = exploration;
  const [state, setState] = useExploreState();
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  const named = Math.min(Math.max(1, state.unit), dataset.space.units.length) - 1;
  const unitIndex = rankedUnit(dataset.space, named);
  const units = rankedUnits(dataset.space);
  const sizes = moduleSizes(exploration, unitIndex);
  const size = chosenSize(sizes, state.length);
  const answer = useRanking(unitIndex, size);
  const sequences = hasSequences(dataset.space);
  const noun = sequences ? "sequence" : "rooted subgraph";
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
          legend={sequences ? "Layers" : "Reach"}
          choices={sizes.map((value) => ({ value, label: sequences ? String(value) : hopWords(value - 1) }))}
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
                onPick={(module) => void setState({ module: encodeModule(module) })}
              />
            </>
          );
        }}
      </Answer>
    </>
  );
}

const hopWords = (hop: number): string => (hop === 1 ? "1 hop" : `${hop} hops`);
