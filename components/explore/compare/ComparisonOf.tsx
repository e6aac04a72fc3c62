"use client";

import { useCallback, useId, useMemo } from "react";
import { formatCount, formatInteger } from "@/lib/figures/format";
import { isLinked } from "@/lib/figures/linked";
import { formatSrcc } from "@/lib/figures/trust";
import { Answer } from "../Answer";
import { ChoiceTabs } from "../ChoiceTabs";
import { useExploration } from "../exploration";
import { useExploreState } from "../exploreState";
import { chosenSize, lensSizes, moduleSizes, rankedUnit } from "../moduleSizes";
import { hasSequences } from "@/lib/figures/candidates";
import { useSelection } from "../useSelection";
import { AgreementFigure } from "./AgreementFigure";
import { comparedNames } from "./comparedNames";
import { comparisonOf, type ComparedThing, type ComparedThings } from "./comparedThings";
import { useCompareState } from "./compareState";
import { DifferenceHeatmap } from "./DifferenceHeatmap";
import { DIFFERENCE } from "./differenceWords";
import { DifferenceList } from "./DifferenceList";
import { LiveTarget } from "./LiveTarget";
import type { BesidePredictor } from "./useBeside";
import { useComparison, type ComparedFigure } from "./useComparison";

/** What is compared unless something else is chosen: what the figure above is about. */
const figureOf = (lens: string): ComparedFigure =>
  lens === "features" ? "features" : lens === "sequences" ? "sequences" : "positions";

/** The same figure by both predictors: how far they agree, where they do not, and what a target of both would say. */
export function ComparisonOf({ beside }: { beside: BesidePredictor }) {
  const exploration = useExploration();
  const { dataset } = exploration;
  const [state, setState] = useCompareState();
  const [{ unit, length, lens }] = useExploreState();
  const figure = state.compared ?? figureOf(lens);
  const sequences = hasSequences(dataset.space);
  const named = Math.min(Math.max(1, unit), dataset.space.units.length) - 1;
  const unitIndex = rankedUnit(dataset.space, named);
  const size = chosenSize(lensSizes(moduleSizes(exploration, unitIndex), sequences), length);
  const answer = useComparison(figure, unitIndex, size, beside);
  const unitName = dataset.space.units[unitIndex]?.name ?? "";
  const sequencesLabel = sequences
    ? `Sequences (${unitName}, ${formatCount(size, "layer")})`
    : `Subgraphs (${formatCount(size - 1, "hop")})`;
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <ChoiceTabs
          legend="Compare"
          choices={[
            { value: "features", label: "Features" },
            { value: "positions", label: "Positions" },
            { value: "sequences", label: sequencesLabel },
          ]}
          value={figure}
          onChange={(compared) => void setState({ compared })}
        />
        <ChoiceTabs
          legend="Difference in"
          choices={[
            { value: "standardised", label: "standardised scores" },
            { value: "ranks", label: "ranks" },
          ]}
          value={state.difference}
          onChange={(difference) => void setState({ difference })}
        />
      </div>
      <Answer answer={answer} waiting="Asking both predictors">
        {(compared) => <Compared {...compared} beside={beside} />}
      </Answer>
    </>
  );
}

type ComparedProps = ComparedThings & { beside: BesidePredictor };

function Compared({ things, grid, against, beside }: ComparedProps) {
  const { dataset, opened } = useExploration();
  const [{ difference }] = useCompareState();
  const selection = useSelection();
  const headingId = useId();
  const comparison = useMemo(() => comparisonOf(things), [things]);
  const byKey = useMemo(() => new Map(things.map((thing) => [thing.key, thing])), [things]);
  const labelOf = useCallback((key: string) => byKey.get(key)?.label ?? key, [byKey]);
  const names = useMemo(() => comparedNames(opened.file, beside.file), [opened, beside]);
  const pick = (thing: ComparedThing | undefined) => thing?.module && selection.pickModule(thing.module);
  if (comparison.compared.length === 0)
    return <p className="text-muted">Nothing here has a score by both predictors.</p>;
  const hasModules = things.some(({ module }) => module !== null);
  return (
    <>
      <p>
        <span className="mr-2 rounded bg-accent-soft px-2 py-0.5 font-medium text-accent">
          {agreementWords(comparison.srcc)} (SRCC {formatSrcc(comparison.srcc)})
        </span>{" "}
        over {formatInteger(comparison.compared.length)} importances
        {comparison.numUnpaired > 0 &&
          `; ${formatInteger(comparison.numUnpaired)} have a score by one of them only`}
      </p>
      {grid && (
        <section aria-labelledby={headingId} className="min-w-0">
          <h3 id={headingId} className="font-medium">
            {DIFFERENCE.question}
          </h3>
          <ul aria-label="How to read the difference" className="mb-3 max-w-4xl text-muted">
            {DIFFERENCE.reading.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <DifferenceHeatmap
            grid={grid}
            things={things}
            compared={comparison.compared}
            by={difference}
            names={names}
            selectedKey={selection.moduleKey}
            isLinked={(module) => isLinked(dataset.space, selection, module)}
            onPick={hasModules ? selection.pickModule : undefined}
          />
        </section>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <AgreementFigure compared={comparison.compared} names={names} labelOf={labelOf} by={difference} />
        <DifferenceList
          compared={comparison.compared}
          labelOf={labelOf}
          by={difference}
          against={against}
          onPick={hasModules ? (key) => pick(byKey.get(key)) : null}
        />
      </div>
      <LiveTarget
        things={things}
        names={names}
        isOneTarget={opened.file.target === beside.file.target}
        onPick={hasModules ? pick : null}
      />
    </>
  );
}

/** A rank correlation of two importances in words. */
function agreementWords(srcc: number): string {
  if (!Number.isFinite(srcc)) return "Too few to tell whether they agree";
  if (srcc >= 0.9) return "They agree";
  if (srcc >= 0.6) return "They agree mostly";
  if (srcc >= 0.2) return "They agree a little";
  if (srcc > -0.2) return "They have nothing to do with each other";
  return "They contradict each other";
}
