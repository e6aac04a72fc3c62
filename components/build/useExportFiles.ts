"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import { assembledToArchset } from "@/lib/core/export/archset";
import { diagramSvg } from "@/lib/core/export/svg";
import { architectureDiagram } from "@/lib/figures/architectureDiagram";
import { formatValue } from "@/lib/figures/format";
import { useBuild } from "./build";
import type { TextFile } from "./downloadText";

export type ExportFiles = { readonly json: TextFile; readonly svg: TextFile };

/** The files of the draft; null while it is not complete or its prediction is still on its way. */
export function useExportFiles(): ExportFiles | null {
  const { dataset, opened } = useExploration();
  const { architecture, predictions } = useBuild();
  const predicted = predictions.of(architecture);
  return useMemo(() => {
    if (architecture === null || predicted === null) return null;
    const interval = `${formatValue(predicted.low)} to ${formatValue(predicted.high)}`;
    const svg = diagramSvg(architectureDiagram(dataset.space, architecture), {
      title: `Architecture for ${dataset.name}`,
      lines: [
        `Predicted ${opened.file.target} ${formatValue(predicted.value)}, 90 % interval ${interval}`,
        `Predictor ${opened.name}, seed ${opened.file.seed}`,
      ],
    });
    const json = assembledToArchset(`${dataset.name}, assembled`, dataset.space, architecture, {
      datasetHash: dataset.hash,
      predictorId: opened.id,
      seed: opened.file.seed,
      target: opened.file.target,
      predicted,
    });
    return {
      json: { name: "architecture.json", mediaType: "application/json", text: json },
      svg: { name: "architecture.svg", mediaType: "image/svg+xml", text: svg },
    };
  }, [architecture, predicted, dataset, opened]);
}
