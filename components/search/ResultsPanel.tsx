"use client";

import { useMemo, useState } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { formatCount, formatDuration, formatInteger } from "@/lib/figures/format";
import { ParetoFigure } from "./ParetoFigure";
import { FoundTable } from "./FoundTable";
import { HypervolumeTable } from "./HypervolumeTable";
import { foundFront, frontsWorth, measuredFront, measuredValues } from "./measuredValues";
import type { SearchRun } from "./useSearch";
import { goalOfUse, type PredictorUse } from "./useSought";

type ResultsPanelProps = {
  runs: readonly SearchRun[];
  /** The predictors as they are chosen now; runs of another choice are shown as they were asked. */
  used: readonly PredictorUse[];
};

/** What was found, beside what was measured. */
export function ResultsPanel({ runs, used }: ResultsPanelProps) {
  const { dataset, architectures } = useExploration();
  const [marked, setMarked] = useState<string | null>(null);
  const asked = useAsked(runs, used);
  const measured = useMemo(
    () => measuredValues(dataset.metrics, architectures, asked),
    [dataset.metrics, architectures, asked],
  );
  const front = useMemo(() => measuredFront(measured, asked), [measured, asked]);
  const worth = useMemo(
    () =>
      frontsWorth(
        measured,
        front,
        runs.map(({ result }) => result),
        asked,
      ),
    [measured, front, runs, asked],
  );
  const groups = useMemo(
    () => runs.map(({ region, result }) => ({ name: `the ${region}`, found: foundFront(result) })),
    [runs],
  );
  const goals = asked.filter(({ use }) => goalOfUse(use) !== null);
  const nothing = runs.every(({ result }) => result.numKeeping === 0);
  return (
    <Panel title="What was found?" lead={runs.map(runText).join(" ")}>
      {nothing && (
        <div className="mb-4">
          <Note tone="warn" title="Nothing keeps the constraints">
            The architectures listed break them least. Loosen a constraint, keep more modules, or search the
            whole space.
          </Note>
        </div>
      )}
      {asked.length > 1 && (
        <ParetoFigure
          title="Does it beat what was measured?"
          lead="Grey: measured, with the line of the best trade-offs. Coloured: predicted fronts of what was found. Past the line on the better side, a candidate is predicted to beat everything measured."
          groups={groups}
          used={asked}
          measured={measured}
          front={front}
          marked={marked}
          onMark={setMarked}
        />
      )}
      {goals.length > 1 && <HypervolumeTable runs={runs} worth={worth} numMeasured={front.length} />}
      <FoundTable runs={runs} used={asked} marked={marked} onMark={setMarked} />
    </Panel>
  );
}

/** The predictors that the runs asked, with the goals they had then: the page's choice may have changed since. */
function useAsked(runs: readonly SearchRun[], used: readonly PredictorUse[]): readonly PredictorUse[] {
  const [first] = runs;
  return useMemo(
    () =>
      (first?.plan.predicted ?? []).map(({ name, goal }): PredictorUse => {
        const known = used.find(({ target }) => target === name);
        return { id: "", name: "", kind: "", srcc: null, ...known, target: name, use: goal ?? "limit" };
      }),
    [first, used],
  );
}

const runText = ({ region, result, seconds }: SearchRun): string =>
  `Of the ${region} ${formatCount(result.numPredicted, "architecture")} ${
    result.numPredicted === 1 ? "was" : "were"
  } predicted${result.exhausted ? ", all there are," : ""} in ${formatDuration(seconds)}; ${formatInteger(
    result.numKeeping,
  )} keep the constraints, ${formatInteger(foundFront(result).length)} ${
    foundFront(result).length === 1 ? "is" : "are"
  } on the front.`;
