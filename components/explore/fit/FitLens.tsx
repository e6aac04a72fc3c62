"use client";

import { useMemo } from "react";
import { nodeMeasureOf } from "@/lib/core/predictorKinds";
import { targetUnit } from "@/lib/core/target";
import { Answer } from "../Answer";
import { useExploration } from "../exploration";
import { Nothing } from "../Nothing";
import { TrustStrip } from "../TrustStrip";
import { useLinkedRows } from "../useLinkedRows";
import { useSelection } from "../useSelection";
import { FitFigure } from "./FitFigure";
import { HopBars } from "./HopBars";
import { FitNotes, hopWords } from "./FitNotes";
import { useFit } from "./useFit";

/** How right predictions are on each part of the rows, and how well each hop ranks by itself. */
export function FitLens() {
  const { dataset, architectures, opened, scoreUnit } = useExploration();
  const { metrics, kind, target } = opened.file;
  const { architecture, pickArchitecture } = useSelection();
  const rows = useLinkedRows();
  const linked = useMemo(
    () => new Set([...rows].flatMap((row) => architectures[row]?.id ?? [])),
    [rows, architectures],
  );
  const answer = useFit();
  const unit = targetUnit(target, dataset.metrics) ?? "target";
  return (
    <>
      <TrustStrip metrics={metrics} hop={opened.numHops - 1} scoreUnit={scoreUnit} />
      <Answer answer={answer} waiting="Predicting the rows it was trained on">
        {(sets) =>
          sets.length === 0 ? (
            <Nothing>
              This predictor holds none of the rows it was trained on and measured on, so that there is
              nothing to compare. Train one here to see how right it is.
            </Nothing>
          ) : (
            <>
              <FitFigure
                sets={sets}
                unit={unit}
                selected={architecture?.id ?? null}
                linked={linked}
                onPick={pickArchitecture}
              />
              <FitNotes file={opened.file} />
            </>
          )
        }
      </Answer>
      <div className="mt-5 border-t border-line pt-4">
        {metrics.hopSrcc.length > 0 ? (
          <HopBars hopSrcc={metrics.hopSrcc} measure={nodeMeasureOf(kind)} />
        ) : (
          <Nothing>{hopWords(opened.file)}</Nothing>
        )}
      </div>
    </>
  );
}
