"use client";

import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { formatSrcc } from "@/lib/figures/trust";
import { Answer } from "../Answer";
import { useExploration } from "../exploration";
import { ComparisonOf } from "./ComparisonOf";
import { useCompareState } from "./compareState";
import { useBeside } from "./useBeside";
import { useOthers, type OtherPredictors } from "./useOthers";

/** A second predictor beside the one in use: another kind, target or seed, or another dataset of the same space. */
export function ComparePanel() {
  const { dataset, opened } = useExploration();
  const [{ beside, besideDataset }, setState] = useCompareState();
  const { here, elsewhere, look } = useOthers(opened.id);
  const answer = useBeside(beside, besideDataset);
  const groups = [here, ...(elsewhere?.status === "ready" ? elsewhere.value : [])].filter(
    ({ predictors }) => predictors.length > 0,
  );
  const choose = (value: string) => {
    const [datasetId, predictorId] = value.split(" ");
    void setState({
      beside: predictorId ?? null,
      besideDataset: predictorId && datasetId !== dataset.id ? (datasetId ?? null) : null,
    });
  };
  return (
    <Panel
      title="What would another predictor say?"
      lead="Another kind, target or seed, or another dataset of the same search space, side by side."
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <label className="flex min-w-0 flex-wrap items-center gap-2">
            Beside {opened.name}:
            <select
              className="max-w-full rounded border border-line bg-surface px-1 py-1 text-ink"
              value={beside === null ? "" : `${besideDataset ?? dataset.id} ${beside}`}
              onChange={(event) => choose(event.target.value)}
            >
              <option value="">none</option>
              {beside !== null && !isListed(groups, beside) && (
                <option value={`${besideDataset ?? dataset.id} ${beside}`}>the one in the address</option>
              )}
              {groups.map((group) => (
                <optgroup key={group.datasetId} label={group.datasetName}>
                  {group.predictors.map(({ id, name, metrics }) => (
                    <option key={id} value={`${group.datasetId} ${id}`}>
                      {name} (SRCC {formatSrcc(metrics.srcc)})
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <Button onClick={() => void look()} disabled={elsewhere?.status === "loading"}>
            Look in other datasets
          </Button>
          <span aria-live="polite" className="text-muted">
            {elsewhere?.status === "loading" && "Looking"}
            {elsewhere?.status === "failed" && elsewhere.message}
            {elsewhere?.status === "ready" &&
              elsewhere.value.length === 0 &&
              "No other dataset has this search space and a predictor."}
          </span>
        </div>
        {beside === null ? (
          <p className="text-muted">
            {here.predictors.length === 0 &&
              "This dataset has no other predictor yet; train one of another kind, target or seed. "}
            Choose one to see how far both importances agree, where they differ, and what a target of both
            would make of every module.
          </p>
        ) : (
          <Answer answer={answer} waiting="Opening the second predictor">
            {(second) => <ComparisonOf beside={second} />}
          </Answer>
        )}
      </div>
    </Panel>
  );
}

const isListed = (groups: readonly OtherPredictors[], id: string): boolean =>
  groups.some(({ predictors }) => predictors.some((predictor) => predictor.id === id));
