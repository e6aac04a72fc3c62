"use client";

import { useMemo } from "react";
import { noiseRanges } from "@/lib/figures/trust/unitBands";
import { isOperationLinked } from "@/lib/figures/linked";
import { Answer } from "../Answer";
import { useExploration } from "../exploration";
import { Nothing } from "../Nothing";
import { UnitBandsNote } from "../trust/NullBandNote";
import { useUnitBands } from "../trust/useNullBand";
import { TrustStrip } from "../TrustStrip";
import { useAllScores } from "../useAllScores";
import { useSelection } from "../useSelection";
import { SpreadFigure } from "./SpreadFigure";

/** All modules of all units and sizes, as box plots. */
export function SpreadLens() {
  const { dataset, opened, scoreUnit } = useExploration();
  const selection = useSelection();
  const answer = useAllScores();
  const all = answer.status === "ready" ? answer.value.scores : null;
  const bands = useUnitBands(all);
  const noise = useMemo(
    () =>
      all !== null && bands.status === "ready" && bands.value !== null
        ? noiseRanges(all, bands.value.ofUnits)
        : [],
    [all, bands],
  );
  return (
    <>
      <TrustStrip metrics={opened.file.metrics} hop={opened.numHops - 1} scoreUnit={scoreUnit} />
      <Answer answer={answer} waiting="Scoring every module of every unit and size">
        {({ scores, exhaustive }) =>
          scores.some(({ score }) => Number.isFinite(score)) ? (
            <>
              {!exhaustive && (
                <p className="mb-3 text-xs text-muted">
                  Of rooted subgraphs, and where a unit allows more modules than can be scored at once, those
                  that architectures of the dataset hold.
                </p>
              )}
              <UnitBandsNote noise={bands} scores={scores} />
              <SpreadFigure
                space={dataset.space}
                scores={scores}
                scoreUnit={scoreUnit}
                noise={noise}
                operation={selection.operation}
                moduleKey={selection.moduleKey}
                isLinked={(key, unitIndex) => isOperationLinked(dataset.space, selection, key, unitIndex)}
                onOperation={selection.toggleOperation}
                onModule={selection.pickModule}
              />
            </>
          ) : (
            <Nothing>
              The predictor gave no score for any module, so that there is nothing to compare. Train another
              one, or check that its target was measured on more than a few rows.
            </Nothing>
          )
        }
      </Answer>
    </>
  );
}
