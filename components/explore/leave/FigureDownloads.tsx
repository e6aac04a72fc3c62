"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { csvText } from "@/lib/core/export/csv";
import { standaloneSvg } from "../exportSvg";
import type { FigureRows } from "../FigureTable";
import { pngOf } from "./png";
import { saveFile, saveText } from "./saveFile";

type FigureDownloadsProps = {
  /** `positions` gives `positions.svg`. */
  name: string;
  /** The drawing; null where there is none yet. */
  drawing: () => SVGSVGElement | null;
  /** Its numbers; left out where a figure has none. */
  rows?: () => FigureRows;
};

/** Ways to take a figure along: as a drawing, as a picture, as numbers. */
export function FigureDownloads({ name, drawing, rows }: FigureDownloadsProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (how: (svg: SVGSVGElement) => void | Promise<void>) => {
    const svg = drawing();
    if (!svg) return setFailure("There is no figure to download yet.");
    try {
      await how(svg);
      setFailure(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div
      className="ml-auto flex flex-wrap items-center justify-end gap-x-1"
      role="group"
      aria-label="Download"
    >
      <Button
        look="quiet"
        className="px-2 text-xs"
        onClick={() => void save((svg) => saveText(`${name}.svg`, standaloneSvg(svg), "image/svg+xml"))}
      >
        Download SVG
      </Button>
      <Button
        look="quiet"
        className="px-2 text-xs"
        onClick={() => void save(async (svg) => saveFile(`${name}.png`, await pngOf(standaloneSvg(svg))))}
      >
        PNG
      </Button>
      {rows && (
        <Button
          look="quiet"
          className="px-2 text-xs"
          onClick={() => {
            const { columns, rows: numbers } = rows();
            saveText(`${name}.csv`, csvText(columns, numbers), "text/csv");
          }}
        >
          CSV
        </Button>
      )}
      {failure && (
        <p role="alert" className="w-full text-right text-bad">
          {failure}
        </p>
      )}
    </div>
  );
}
