"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { EmptyState } from "@/components/ui/EmptyState";
import { Note } from "@/components/ui/Note";
import { ProgressBar } from "@/components/ui/ProgressBar";
import { useWorkspace } from "@/components/workspace/workspace";
import { deletePredictor, getPredictor, savePredictor } from "@/lib/api/client";
import { OpenPredictorFile } from "./OpenPredictorFile";
import { downloadPredictor, readChosen, sameSpace } from "./predictorFile";
import { PredictorTable } from "./PredictorTable";
import { useCheckpoint } from "./useCheckpoint";
import { predictorName } from "./useTraining";

/** The stored predictors: choose, download, delete, and open one from a file. */
export function PredictorList() {
  const { dataset, predictors, predictorId, selectPredictor, refreshPredictors } = useWorkspace();
  const [problem, setProblem] = useState<string | null>(null);
  const release = useCheckpoint();

  const attempt = async (action: () => Promise<void>) => {
    setProblem(null);
    try {
      await action();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const open = (files: readonly File[]) =>
    attempt(async () => {
      const chosen = await readChosen(files);
      const read = chosen.kind === "file" ? chosen.file : await release(chosen);
      if (!sameSpace(read.space, dataset.space))
        throw new Error(
          `${files[0]?.name ?? "The file"} was trained on another search space (its units, features or values differ from this dataset's).`,
        );
      const { id } = await savePredictor(dataset.id, { name: predictorName(read), file: read });
      await refreshPredictors();
      selectPredictor(id);
    });
  const remove = (id: string) =>
    attempt(async () => {
      await deletePredictor(dataset.id, id);
      await refreshPredictors();
    });
  const download = (id: string, name: string) =>
    attempt(async () => downloadPredictor(await getPredictor(dataset.id, id), name));

  return (
    <div className="grid min-w-0 gap-3">
      {problem && <Note tone="bad" title={problem} />}
      {predictors.status === "loading" && <ProgressBar label="Reading predictors" fraction={null} />}
      {predictors.status === "failed" && (
        <Note tone="bad" title="The predictors could not be read">
          <p>{predictors.message}</p>
          <Button className="mt-2" onClick={() => void refreshPredictors()}>
            Try again
          </Button>
        </Note>
      )}
      {predictors.status === "ready" && predictors.value.length === 0 && (
        <EmptyState title="No predictor yet">
          Choose a target above and press Train, or open a predictor file that was trained on this search
          space, or a checkpoint that AutoBuild&apos;s authors released.
        </EmptyState>
      )}
      {predictors.status === "ready" && predictors.value.length > 0 && (
        <PredictorTable
          predictors={predictors.value}
          selectedId={predictorId}
          onSelect={selectPredictor}
          onDownload={download}
          onDelete={remove}
        />
      )}
      <OpenPredictorFile onOpen={open} />
    </div>
  );
}
