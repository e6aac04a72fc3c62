"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Panel } from "@/components/ui/Panel";
import { contributions, reasonQuestions } from "@/lib/builder/reasons";
import { operationsOf } from "@/lib/core/search/operations";
import { formatEffect } from "@/lib/figures/evidence";
import { useBuild } from "../build";
import { usePredictions } from "../usePredictions";

const BAR_WIDTH = 160;

/** What of the prediction each module is responsible for. */
export function ReasonsPanel() {
  const { dataset, architectures, opened, bestFirst } = useExploration();
  const { completion, predictions, architecture, selectPlace } = useBuild();
  const { space } = dataset;
  const operations = useMemo(() => operationsOf(space, architectures), [space, architectures]);
  const rows = useMemo(
    () => bestFirst.flatMap((index) => architectures.slice(index, index + 1)),
    [bestFirst, architectures],
  );
  const questions = useMemo(
    () => (completion === null ? [] : reasonQuestions(space, completion, rows, operations)),
    [space, completion, rows, operations],
  );
  const asked = useMemo(() => questions.flatMap(({ others }) => others), [questions]);
  const answers = usePredictions(opened, asked);
  const predicted = predictions.of(completion);
  const reasons =
    predicted === null
      ? []
      : contributions(questions, predicted.value, (other) => answers.of(other)?.value ?? null);
  const most = Math.max(0, ...reasons.map(({ change }) => Math.abs(change))) || 1;
  const byPlace = space.structure === "cell" || space.structure === "graph";
  return (
    <Panel
      title="What is the prediction owed to?"
      lead={`Leave one out: predicted ${opened.file.target} of ${
        architecture === null ? "the draft filled with the best" : "the draft"
      }, less its mean with ${
        byPlace
          ? "every other operation in that place"
          : "the same unit of measured architectures in its place"
      }. The changes need not add up.`}
    >
      {questions.length === 0 && <p className="text-muted">There is nothing to compare with yet.</p>}
      <ol className={`grid gap-1 ${answers.pending ? "opacity-60" : ""}`}>
        {reasons.map(({ name, unitIndex, change, numOthers }) => {
          const width = (Math.abs(change) / most) * (BAR_WIDTH / 2);
          return (
            <li key={name}>
              <button
                type="button"
                className="flex w-full flex-wrap items-center gap-x-3 rounded px-1 text-left hover:bg-sunken"
                onClick={() => selectPlace({ unitIndex, layerIndex: 0 })}
              >
                <span className="w-40 truncate">{name}</span>
                <svg width={BAR_WIDTH} height={14} aria-hidden="true" className="shrink-0">
                  <line x1={BAR_WIDTH / 2} x2={BAR_WIDTH / 2} y2={14} className="stroke-line-strong" />
                  <rect
                    x={change < 0 ? BAR_WIDTH / 2 - width : BAR_WIDTH / 2}
                    y={2}
                    width={width}
                    height={10}
                    className={change < 0 ? "fill-warn" : "fill-accent"}
                  />
                </svg>
                <span className="tabular-nums">
                  {formatEffect(change)} <span className="text-xs text-muted">over {numOthers} others</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
