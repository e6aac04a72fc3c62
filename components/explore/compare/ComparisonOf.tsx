"use client";

import { useCallback, useMemo } from "react";
import { compareScores } from "@/lib/figures/compare/compareScores";
import { formatCount, formatInteger } from "@/lib/figures/format";
import { formatSrcc } from "@/lib/figures/trust";
import { Answer } from "../Answer";
import { ChoiceTabs } from "../ChoiceTabs";
import { useExploration } from "../exploration";
import { useExploreState } from "../exploreState";
import { chosenSize, lensSizes, moduleSizes, rankedUnit } from "../moduleSizes";
import { hasSequences } from "@/lib/figures/candidates";
import { useSelection } from "../useSelection";
import { AgreementFigure } from "./AgreementFigure";
import { useCompareState } from "./compareState";
import { DifferenceList } from "./DifferenceList";
import { LiveTarget } from "./LiveTarget";
import type { BesidePredictor } from "./useBeside";
import { useComparison, type ComparedFigure, type ComparedThing } from "./useComparison";

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
        {(things) => <Compared things={things} beside={beside} />}
      </Answer>
    </>
  );
}

function Compared({ things, beside }: { things: readonly ComparedThing[]; beside: BesidePredictor }) {
  const { opened } = useExploration();
  const [{ difference }] = useCompareState();
  const selection = useSelection();
  const comparison = useMemo(
    () =>
      compareScores(
        things.map(({ key, first }) => ({ key, score: first })),
        things.map(({ key, second }) => ({ key, score: second })),
      ),
    [things],
  );
  const byKey = useMemo(() => new Map(things.map((thing) => [thing.key, thing])), [things]);
  const labelOf = useCallback((key: string) => byKey.get(key)?.label ?? key, [byKey]);
  const names = useMemo(() => [opened.file.target, beside.file.target] as const, [opened, beside]);
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
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <AgreementFigure compared={comparison.compared} names={names} labelOf={labelOf} by={difference} />
        <DifferenceList
          compared={comparison.compared}
          labelOf={labelOf}
          by={difference}
          onPick={hasModules ? (key) => pick(byKey.get(key)) : null}
        />
      </div>
      <LiveTarget things={things} targets={names} onPick={hasModules ? pick : null} />
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
