"use client";

import { formatSrcc } from "@/lib/figures/trust";
import { useWorkspace } from "./workspace";

/** The dataset and the predictor in use, switchable anywhere. */
export function WorkspaceHeader() {
  const { dataset, predictors, predictorId, selectPredictor } = useWorkspace();
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-2">
      <p className="min-w-0 truncate font-semibold" title={dataset.fileName}>
        {dataset.name}
      </p>
      <div className="ml-auto text-muted">
        {predictors.status === "loading" && "Loading predictors"}
        {predictors.status === "failed" && `Predictors could not be read: ${predictors.message}`}
        {predictors.status === "ready" && predictors.value.length === 0 && "No predictor yet"}
        {predictors.status === "ready" && predictors.value.length > 0 && (
          <label className="flex items-center gap-2">
            Predictor
            <select
              className="max-w-64 rounded border border-line bg-surface px-1 py-0.5 text-ink"
              value={predictorId ?? ""}
              onChange={(event) => selectPredictor(event.target.value)}
            >
              {predictors.value.map((predictor) => (
                <option key={predictor.id} value={predictor.id}>
                  {predictor.name} (SRCC {formatSrcc(predictor.metrics.srcc)})
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </header>
  );
}
