"use client";

import { useEffect, useRef } from "react";
import type { FigureRows } from "../FigureTable";
import { FigureDownloads } from "./FigureDownloads";
import { registerFigure } from "./figureRegistry";

type TakeAlongProps = {
  /** Names the files: `ranking`. */
  name: string;
  /** Makes the drawing; the same function as long as it would make the same. */
  drawing: () => SVGSVGElement;
  /** Its numbers; the same function as long as they are the same. */
  rows: () => FigureRows;
};

/** Ways to take along what is no drawing on the page: a list or a table. */
export function TakeAlong({ name, drawing, rows }: TakeAlongProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    return element ? registerFigure({ name, element, rows, drawing }) : undefined;
  }, [name, rows, drawing]);
  return (
    <div ref={frame} className="mb-2 flex">
      <FigureDownloads name={name} drawing={drawing} rows={rows} />
    </div>
  );
}
