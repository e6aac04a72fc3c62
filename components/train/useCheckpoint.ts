"use client";

import { useWorkspace } from "@/components/workspace/workspace";
import { withMetrics } from "@/lib/core/labelledMetrics";
import { rowsOfTarget } from "@/lib/core/rowsOfTarget";
import type { PredictorFile } from "@/lib/predictor/predictor";
import type { ChosenPredictor } from "./predictorFile";

/** Makes a released checkpoint a predictor of the open dataset; the worker fits its moments on the dataset's rows. */
export function useCheckpoint(): (
  chosen: Extract<ChosenPredictor, { kind: "checkpoint" }>,
) => Promise<PredictorFile> {
  const { dataset, architectures, trainer } = useWorkspace();
  return async ({ checkpoint, config, target }) => {
    if (architectures.status !== "ready")
      throw new Error(
        "The dataset's architectures are still being read. Open the checkpoint again in a moment.",
      );
    const { metrics, space, hash } = dataset;
    const measured = rowsOfTarget({ metrics, architectures: architectures.value }, target);
    const rows = {
      space,
      datasetHash: hash,
      targets: measured.targets,
      target: measured.target,
      architectures: measured.architectures.map(({ id, units, globals, edges }) => ({
        id,
        units,
        globals,
        ...(edges ? { edges } : {}),
      })),
    };
    const { file } = await trainer().run("release", { checkpoint, config, rows });
    return withMetrics(file, metrics, measured.architectures);
  };
}
