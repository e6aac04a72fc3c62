"use client";

import { useMemo } from "react";
import { isLinked } from "@/lib/figures/linked";
import { pairPlaces } from "@/lib/figures/modules/pairMatrix";
import { MAX_OPERATIONS } from "@/lib/figures/positionMatrix";
import { Answer } from "../Answer";
import { ChoiceTabs } from "../ChoiceTabs";
import { useExploration } from "../exploration";
import { useExploreState } from "../exploreState";
import { IntervalNote } from "../IntervalNote";
import { Nothing } from "../Nothing";
import { PairBandNote } from "../trust/NullBandNote";
import { TrustStrip } from "../TrustStrip";
import { useOperations } from "../useOperations";
import { usePairMatrix } from "../useScores";
import { useSelection } from "../useSelection";
import { PairHeatmap } from "./PairHeatmap";

/** Pairs of one unit, at one place and the next. */
export function PairLens() {
  const { dataset } = useExploration();
  const places = useMemo(() => pairPlaces(dataset.space), [dataset.space]);
  if (places.length > 0) return <Pairs places={places} />;
  return (
    <Nothing>
      {dataset.space.structure === "flat"
        ? "The columns of this table have no order, so that no operation follows another. Positions compares them one by one."
        : dataset.space.structure === "graph"
          ? "Architectures of this dataset bring edges of their own, so that no place is always followed by the same other one. Sequences ranks their rooted subgraphs instead, from one edge on."
          : "No place of this search space passes its message to another one of its unit, so that there are no pairs."}
    </Nothing>
  );
}

function Pairs({ places }: { places: ReturnType<typeof pairPlaces> }) {
  const { dataset, opened, scoreUnit } = useExploration();
  const [state, setState] = useExploreState();
  const selection = useSelection();
  const { operations, numOmitted } = useOperations();
  const units = [...new Set(places.map(({ unitIndex }) => unitIndex))];
  const unitIndex = units.find((index) => index === state.unit - 1) ?? units[0] ?? 0;
  const ofUnit = places.filter((place) => place.unitIndex === unitIndex);
  const number = Math.min(Math.max(1, state.place), ofUnit.length);
  const place = ofUnit[number - 1] ?? places[0];
  const answer = usePairMatrix(place ?? null, operations);
  if (place === undefined) return null;
  return (
    <>
      <TrustStrip metrics={opened.file.metrics} hop={1} scoreUnit={scoreUnit} />
      <div className="mb-3 grid gap-2">
        {units.length > 1 && (
          <ChoiceTabs
            legend="Unit"
            choices={units.map((index) => ({
              value: index + 1,
              label: dataset.space.units[index]?.name ?? "",
            }))}
            value={unitIndex + 1}
            onChange={(unit) => void setState({ unit, place: 1 })}
          />
        )}
        <ChoiceTabs
          legend="Places"
          choices={ofUnit.map(({ label }, index) => ({ value: index + 1, label }))}
          value={number}
          onChange={(next) => void setState({ place: next })}
        />
      </div>
      <Answer answer={answer} waiting="Scoring every pair of operations">
        {(matrix) => (
          <>
            <IntervalNote scores={matrix.cells.map(({ evidence }) => evidence)} />
            <PairBandNote
              place={place}
              operations={operations}
              effects={matrix.cells.map(({ effect }) => effect)}
            />
            {numOmitted > 0 && (
              <p className="mb-3 text-xs text-muted">
                The {MAX_OPERATIONS} most frequent operations; {numOmitted} rarer ones are left out.
              </p>
            )}
            {operations.length < 2 ? (
              <Nothing>There is one operation only, so that there is no pair to choose.</Nothing>
            ) : !matrix.cells.some(({ evidence }) => Number.isFinite(evidence.score)) ? (
              <Nothing>
                The predictor gave no score for any of these pairs, so that nothing can be compared.
              </Nothing>
            ) : (
              <PairHeatmap
                space={dataset.space}
                place={place}
                operations={operations}
                matrix={matrix}
                scoreUnit={scoreUnit}
                selectedKey={selection.moduleKey}
                isLinked={(module) => isLinked(dataset.space, selection, module)}
                onPick={selection.pickModule}
              />
            )}
          </>
        )}
      </Answer>
    </>
  );
}
