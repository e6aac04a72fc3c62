"use client";

import { useMemo } from "react";
import { useExploration } from "@/components/explore/exploration";
import type { BrowserLatency } from "@/lib/core/browserLatency";
import { assembledToArchset } from "@/lib/core/export/archset";
import { writeDot } from "@/lib/core/export/dot";
import { hasOnceForAllLists, onceForAllLists } from "@/lib/core/export/onceForAllLists";
import { diagramSvg } from "@/lib/core/export/svg";
import { writeNotation } from "@/lib/core/formats/notation";
import { architectureDiagram } from "@/lib/figures/architectureDiagram";
import { formatValue } from "@/lib/figures/format";
import { useBuild } from "../build";
import type { TextFile } from "../downloadText";
import type { ArchitectureForm } from "./forms";

/** Files of the architecture itself; absent where a form does not fit the space. */
export type ArchitectureFiles = Readonly<Partial<Record<Exclude<ArchitectureForm, "png">, TextFile>>>;

/** Null while the draft is not complete or its prediction is still on its way. */
export function useArchitectureFiles(): ArchitectureFiles | null {
  const { dataset, opened } = useExploration();
  const { architecture, predictions, measured } = useBuild();
  const predicted = predictions.of(architecture);
  const latencies = useMemo<readonly BrowserLatency[]>(
    () => measured.of(architecture),
    [measured, architecture],
  );
  return useMemo(() => {
    if (architecture === null || predicted === null) return null;
    const { space } = dataset;
    const interval = `${formatValue(predicted.low)} to ${formatValue(predicted.high)}`;
    const svg = diagramSvg(architectureDiagram(space, architecture), {
      title: `Architecture for ${dataset.name}`,
      lines: [
        `Predicted ${opened.file.target} ${formatValue(predicted.value)}, 90 % interval ${interval}`,
        `Predictor ${opened.name}, seed ${opened.file.seed}`,
      ],
    });
    const provenance = {
      datasetHash: dataset.hash,
      predictorId: opened.id,
      seed: opened.file.seed,
      target: opened.file.target,
      predicted,
      latencies,
    };
    const json = assembledToArchset(`${dataset.name}, assembled`, space, architecture, provenance);
    const plain = (name: string, text: string): TextFile => ({ name, mediaType: "text/plain", text });
    return {
      json: { name: "architecture.json", mediaType: "application/json", text: json },
      svg: { name: "architecture.svg", mediaType: "image/svg+xml", text: svg },
      notation: plain("architecture.txt", `${writeNotation(space, architecture)}\n`),
      ...(hasOnceForAllLists(space)
        ? {
            ofa: {
              name: "once_for_all.json",
              mediaType: "application/json",
              text: onceForAllLists(space, architecture),
            },
          }
        : {}),
      dot: plain("architecture.dot", writeDot(space, architecture)),
    };
  }, [architecture, predicted, dataset, opened, latencies]);
}
