"use client";

import Link from "next/link";
import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { Button, buttonClass } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { useWorkspace } from "@/components/workspace/workspace";
import { targetUnit } from "@/lib/core/target";
import { formatCount } from "@/lib/figures/format";
import { CameOutFigure } from "./CameOutFigure";
import { CameOutTable } from "./CameOutTable";
import { outcomesOf, type KeptList } from "./keptLists";
import { cameOutOf } from "./measuredRuns";
import { useRetrainingOfPage } from "./retraining";
import { numNewOf, settingsAgain, type ListOutcome } from "./retrainSteps";
import { WhatChanged } from "./WhatChanged";

/** Where the page shows what came out. */
export const CAME_OUT_ID = "came-out";

type CameOutPanelProps = { lists: readonly KeptList[]; onForget: () => void };

/** Predicted against measured, list by list, and what training again changed. */
export function CameOutPanel({ lists, onForget }: CameOutPanelProps) {
  if (lists.length === 0) return null;
  return (
    <div id={CAME_OUT_ID} className="min-w-0 scroll-mt-4">
      <Panel
        title="What came out of earlier lists?"
        lead="Predictions as they stood when the list was made, against what was measured since. Hollow points lie outside of their 90 % interval."
        actions={
          <Button look="quiet" onClick={onForget}>
            Forget all lists
          </Button>
        }
      >
        <div className="grid min-w-0 gap-6">
          {lists.toReversed().map((list) => (
            <OneList key={list.seed} list={list} />
          ))}
        </div>
      </Panel>
    </div>
  );
}

function OneList({ list }: { list: KeptList }) {
  const { dataset, architectures } = useExploration();
  const came = useMemo(
    () => cameOutOf(list, dataset.metrics, architectures),
    [list, dataset.metrics, architectures],
  );
  const byTarget = useMemo(
    () => list.targets.map((target, index) => ({ target, outcomes: outcomesOf(came, index) })),
    [list.targets, came],
  );
  const title = `List ${list.seed}, ${formatCount(list.runs.length, "architecture")}`;
  if (came.length === 0)
    return (
      <p className="text-muted">
        {title}: no measurement of {list.targets.join(" or ")} yet.
      </p>
    );
  return (
    <section aria-label={title} className="grid min-w-0 gap-3">
      <h3 className="font-semibold">
        {title}: {came.length} measured
      </h3>
      <div className="grid min-w-0 gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {byTarget.map(({ target, outcomes }) =>
          outcomes.length > 0 ? (
            <CameOutFigure
              key={target}
              target={target}
              unit={targetUnit(target, dataset.metrics)}
              outcomes={outcomes}
            />
          ) : (
            <p key={target} className="text-muted">
              {target}: not measured yet.
            </p>
          ),
        )}
      </div>
      <CameOutTable came={came} targets={list.targets} />
      <TrainAgain outcome={{ list, came }} />
      {list.targets.map((target, index) => {
        const retrained = list.retrained.find(({ from }) => from === list.predictorIds[index]);
        return (
          retrained && <WhatChanged key={target} list={list} targetIndex={index} retrained={retrained} />
        );
      })}
    </section>
  );
}

/** Trains here what can be trained here; what cannot, such as a released checkpoint, has a way to the Train page. */
function TrainAgain({ outcome }: { outcome: ListOutcome }) {
  const { dataset } = useExploration();
  const { predictors } = useWorkspace();
  const { pending, start } = useRetrainingOfPage();
  const known = predictors.status === "ready" ? predictors.value : [];
  const ids = outcome.list.predictorIds.filter((_, index) => numNewOf(outcome, index) > 0);
  const mine = pending.filter(({ predictor }) => ids.includes(predictor.id));
  if (mine.length > 0)
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" onClick={start}>
          Train again with what came out
        </Button>
        <span className="text-muted">
          {mine.map(({ predictor }) => predictor.name).join(" and ")}: the same kind, target, settings and
          seed, with {formatCount(Math.max(...mine.map(({ numNew }) => numNew)), "new measurement")}.
        </span>
      </div>
    );
  const lost = outcome.list.targets.filter((_, index) => {
    const predictor = known.find(({ id }) => id === outcome.list.predictorIds[index]);
    return outcomesOf(outcome.came, index).length > 0 && !(predictor && settingsAgain(predictor));
  });
  if (predictors.status !== "ready" || lost.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-3">
      <span className="text-muted">
        What predicted {lost.join(" and ")} is not here any more, or cannot be trained here.
      </span>
      <Link
        href={`/datasets/${dataset.id}/train?target=${encodeURIComponent(lost[0] ?? "")}`}
        className={buttonClass("plain")}
      >
        Train a new predictor
      </Link>
    </p>
  );
}
