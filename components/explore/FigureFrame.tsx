"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { downloadSvg } from "./exportSvg";
import { FigureTable, type FigureRows } from "./FigureTable";

type FigureFrameProps = {
  /** Names the downloaded file: `positions.svg`. */
  fileName: string;
  legend: React.ReactNode;
  /** The same numbers as a table; left out where the figure is a list or table itself. */
  table?: () => FigureRows;
  children: React.ReactNode;
};

/** A figure in a box of its own that scrolls, its legend above, and a way to take it along. */
export function FigureFrame({ fileName, legend, table, children }: FigureFrameProps) {
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const save = () => {
    const svg = box.current?.querySelector("svg");
    if (svg) downloadSvg(svg, fileName);
    setFailed(!svg);
  };
  return (
    <div className="min-w-0">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-end gap-x-6 gap-y-2">{legend}</div>
        <Button look="quiet" onClick={save} className="ml-auto text-xs">
          Download SVG
        </Button>
      </div>
      {failed && <p className="mb-2 text-bad">There is no figure to download yet.</p>}
      <div ref={box} className="relative max-w-full overflow-x-auto p-1">
        {children}
      </div>
      {table && <FigureTable table={table} />}
    </div>
  );
}
