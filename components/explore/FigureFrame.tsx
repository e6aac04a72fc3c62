"use client";

import { useEffect, useRef } from "react";
import { FigureTable, type FigureRows } from "./FigureTable";
import { FigureDownloads } from "./leave/FigureDownloads";
import { registerFigure } from "./leave/figureRegistry";

type FigureFrameProps = {
  /** Names the downloaded file: `positions.svg`. */
  fileName: string;
  legend: React.ReactNode;
  /** The same numbers as a table; left out where the figure is a list or table itself. */
  table?: () => FigureRows;
  /** Makes the drawing that leaves, where what is on the page is not all of it. */
  drawing?: () => SVGSVGElement;
  children: React.ReactNode;
};

/** A figure in a box of its own that scrolls, its legend above, and ways to take it along. */
export function FigureFrame({ fileName, legend, table, drawing, children }: FigureFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const name = fileName.replace(/\.svg$/, "");
  useEffect(() => {
    const element = frame.current;
    return element ? registerFigure({ name, element, rows: table ?? null, drawing }) : undefined;
  }, [name, table, drawing]);
  return (
    <div className="min-w-0">
      <div ref={frame}>
        <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          <div className="flex min-w-0 flex-wrap items-end gap-x-6 gap-y-2">{legend}</div>
          <FigureDownloads
            name={name}
            drawing={drawing ?? (() => box.current?.querySelector("svg") ?? null)}
            rows={table}
          />
        </div>
        <div ref={box} className="relative max-w-full overflow-x-auto p-1">
          {children}
        </div>
      </div>
      {table && <FigureTable table={table} />}
    </div>
  );
}
