"use client";

import { useMemo } from "react";
import { hasSequences } from "@/lib/figures/candidates";
import { Answer } from "./Answer";
import { ChoiceTabs } from "./ChoiceTabs";
import { useExploration } from "./exploration";
import { useExploreState } from "./exploreState";
import { chosenSize, lensSizes, moduleSizes, rankedUnit, rankedUnits } from "./moduleSizes";
import { RankedModules } from "./RankedModules";
import { BandNote, NullBandNote } from "./trust/NullBandNote";
import { TrustStrip } from "./TrustStrip";
import { useUnitBands } from "./trust/useNullBand";
import { useAllRanked } from "./useAllScores";
import { useRanking } from "./useScores";

/** The unit's number in addresses that stands for all of them. */
const ALL_UNITS = 0;

/** Ranked modules of one unit, from single operations to whole units; or all of all units together. */
export function SequenceLens() {
  const { dataset } = useExploration();
  const [state, setState] = useExploreState();
  const { space } = dataset;
  const units = rankedUnits(space);
  const named = Math.min(Math.max(1, state.unit), space.units.length) - 1;
  const unitIndex = rankedUnit(space, named);
  const isAll = state.unit === ALL_UNITS && units.length > 1;
  return (
    <>
      {units.length > 1 && (
        <div className="mb-2">
          <ChoiceTabs
            legend="Unit"
            choices={[
              ...units.map(({ unitIndex: index, label }) => ({ value: index + 1, label })),
              { value: ALL_UNITS, label: "all, every length" },
            ]}
            value={isAll ? ALL_UNITS : unitIndex + 1}
            onChange={(unit) => void setState({ unit })}
          />
        </div>
      )}
      {isAll ? <AllUnits /> : <OneUnit unitIndex={unitIndex} />}
    </>
  );
}

function OneUnit({ unitIndex }: { unitIndex: number }) {
  const exploration = useExploration();
  const { dataset, opened, scoreUnit } = exploration;
  const [state, setState] = useExploreState();
  const whole = moduleSizes(exploration, unitIndex);
  const sequences = hasSequences(dataset.space);
  const sizes = lensSizes(whole, sequences);
  const size = chosenSize(sizes, state.length);
  const answer = useRanking(unitIndex, size);
  const noun = size === 1 ? "single operation" : sequences ? "sequence" : "rooted subgraph";
  return (
    <>
      <div className="mb-3">
        <ChoiceTabs
          legend={sequences ? "From one operation to whole units" : "Reach"}
          choices={sizes.map((value) => ({ value, label: sizeWords(value, whole, sequences) }))}
          value={size}
          onChange={(length) => void setState({ length })}
        />
      </div>
      <TrustStrip metrics={opened.file.metrics} hop={size - 1} scoreUnit={scoreUnit} />
      <Answer answer={answer} waiting={`Scoring every ${noun} of this size`}>
        {(ranking) => (
          <>
            <NullBandNote
              figure="ranking"
              unitIndex={unitIndex}
              size={size}
              effects={ranking.ranked.map(({ effect }) => effect)}
              noun={`${noun}s`}
            />
            <RankedModules
              key={`${unitIndex} ${size}`}
              ranking={ranking}
              noun={noun}
              unitIndex={unitIndex}
              asGraphs={!sequences && size > 1}
            />
          </>
        )}
      </Answer>
    </>
  );
}

function AllUnits() {
  const { opened, scoreUnit } = useExploration();
  const answer = useAllRanked();
  const modules = useMemo(
    () => (answer.status === "ready" ? answer.value.ranked.map(({ evidence }) => evidence) : null),
    [answer],
  );
  const bands = useUnitBands(modules);
  const ofAll = useMemo(
    () => (bands.status === "ready" ? { status: bands.status, value: bands.value?.ofAll ?? null } : bands),
    [bands],
  );
  return (
    <>
      <TrustStrip metrics={opened.file.metrics} hop={opened.numHops - 1} scoreUnit={scoreUnit} />
      <p className="mb-2 max-w-3xl text-xs text-muted">
        Scores of a unit are shifted to what architectures with such a unit measured, so that ranks across
        units say in which of them a good choice stands out, not which unit is worth more.
      </p>
      <Answer answer={answer} waiting="Scoring every module of every unit and size">
        {(ranking) => (
          <>
            <BandNote band={ofAll} effects={ranking.ranked.map(({ effect }) => effect)} noun="modules" />
            <RankedModules ranking={ranking} noun="module" unitIndex={null} asGraphs={false} />
          </>
        )}
      </Answer>
    </>
  );
}

/** From `1 operation` by way of parts of a unit to whole ones. */
function sizeWords(size: number, whole: readonly number[], sequences: boolean): string {
  if (!sequences) return size === 1 ? "1 node" : size === 2 ? "1 hop" : `${size - 1} hops`;
  const layers = size === 1 ? "1 operation" : `${size} layers`;
  return whole.includes(size) ? `${layers}, whole unit` : layers;
}
