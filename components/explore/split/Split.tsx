"use client";

import type { Module } from "@/lib/core/module";
import { isLinked } from "@/lib/figures/linked";
import { Answer } from "../Answer";
import { useExploration } from "../exploration";
import { usePositionMatrix } from "../useScores";
import { useSelection } from "../useSelection";
import { SplitFigure } from "./SplitFigure";
import { useSplit } from "./useSplit";

/** A ranked module and what its parts score alone. */
export function Split({ module, isPinned }: { module: Module; isPinned: boolean }) {
  const { dataset, scoreUnit } = useExploration();
  const selection = useSelection();
  const positions = usePositionMatrix();
  const answer = useSplit(module);
  const mean =
    positions.status === "ready" ? (positions.value.matrix.unitMeans[module.unitIndex] ?? NaN) : null;
  return (
    <section aria-labelledby="split-heading" className="mt-5 border-t border-line pt-4">
      <h3 id="split-heading" className="font-semibold">
        Is the whole more than its parts?
      </h3>
      <ul aria-label="How to read the split" className="mb-3 max-w-3xl text-muted">
        <li>
          {isPinned ? "The pinned module" : "The best module"} on top, its parts below, each under the layers
          that it takes; orange is above the mean of single operations, blue below.
        </li>
        <li>Synergy says how far the whole is above or below what its operations say one by one.</li>
      </ul>
      <Answer answer={answer} waiting="Scoring the parts, and all that could stand in their places">
        {(parts) =>
          mean === null ? (
            <p className="text-muted">Scoring single operations</p>
          ) : (
            <SplitFigure
              space={dataset.space}
              parts={parts}
              mean={mean}
              scoreUnit={scoreUnit}
              selectedKey={selection.moduleKey}
              isLinked={(part) => isLinked(dataset.space, { ...selection, module: null }, part)}
              onPick={selection.pickModule}
            />
          )
        }
      </Answer>
    </section>
  );
}
