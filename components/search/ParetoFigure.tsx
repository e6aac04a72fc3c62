"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { PlotCanvas } from "@/components/data/PlotCanvas";
import { drawPoints } from "@/components/data/scatterCanvas";
import { Axes } from "@/components/data/ScatterMarks";
import { useThemeColours } from "@/components/data/useThemeColours";
import { useWidth } from "@/components/data/useWidth";
import { architectureKey } from "@/lib/core/architecture";
import type { Found } from "@/lib/core/search/plan";
import { paretoFront } from "@/lib/core/pareto";
import { formatValue } from "@/lib/figures/format";
import { frontPath } from "@/lib/figures/scatter";
import { searchScatter } from "@/lib/figures/searchScatter";
import type { PredictorUse } from "./useSought";

const MARGIN = { left: 56, right: 12, top: 22, bottom: 40 };
const HEIGHT = 320;
const PADDING = 4;
/** Colour and shape of each run's points: a disc, a diamond. */
const RUN_LOOKS = ["fill-accent stroke-surface", "fill-warn stroke-surface"];

/** Architectures that are shown over the measured ones under one name. */
export type ShownGroup = { readonly name: string; readonly found: readonly Found[] };

type ParetoFigureProps = {
  title: string;
  /** How to read it, in two lines at most. */
  lead: string;
  groups: readonly ShownGroup[];
  used: readonly PredictorUse[];
  /** shape [used][rows] */
  measured: readonly Float64Array[];
  /** Rows of the measured front. */
  front: readonly number[];
  marked: string | null;
  onMark: (key: string | null) => void;
};

/** Found architectures by two of their predictions, over what was measured. */
export function ParetoFigure(props: ParetoFigureProps) {
  const { title, lead, groups, used, measured, front, marked, onMark } = props;
  const [axes, setAxes] = useState({ x: 1, y: 0 });
  const [box, boxWidth] = useWidth(720);
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useThemeColours();
  const width = Math.max(120, boxWidth - MARGIN.left - MARGIN.right);
  const x = Math.min(axes.x, used.length - 1);
  const y = Math.min(axes.y, used.length - 1);
  const { layout, runPlaces } = useMemo(
    () =>
      searchScatter(
        { x: measured[x] ?? new Float64Array(), y: measured[y] ?? new Float64Array() },
        groups.map(({ found }) =>
          found.map(({ predicted }) => ({ x: predicted[x]?.value ?? NaN, y: predicted[y]?.value ?? NaN })),
        ),
        { width, height: HEIGHT },
      ),
    [measured, x, y, groups, width],
  );
  const shown = useMemo(() => Uint32Array.from(measured[x]?.keys() ?? []), [measured, x]);
  useEffect(() => {
    // Measured points are the ground on which the found ones stand: drawn in the ink of lines.
    const ground = { ...colours, accent: colours["line-strong"] };
    if (canvas.current) drawPoints(canvas.current, layout, shown, ground, PADDING);
  }, [layout, shown, colours]);
  // With more than two goals the staircase of two of them is another front.
  const stairs = useMemo(() => {
    const goalOf = (index: number) => (used[index]?.use === "min" ? "min" : "max");
    const [atX, atY] = [measured[x], measured[y]];
    return atX && atY ? paretoFront(atX, atY, { x: goalOf(x), y: goalOf(y) }) : front;
  }, [measured, used, x, y, front]);
  return (
    <figure className="mb-4 min-w-0">
      <figcaption className="mb-2">
        <p className="font-semibold">{title}</p>
        <p className="text-muted">{lead}</p>
      </figcaption>
      <div className="mb-2 flex flex-wrap items-center gap-x-5 gap-y-1">
        {used.length > 2 &&
          (["y", "x"] as const).map((axis) => (
            <label key={axis} className="flex items-center gap-2">
              {axis === "x" ? "Across" : "Up"}
              <select
                className="rounded border border-line bg-surface px-1 py-0.5"
                value={axis === "x" ? x : y}
                onChange={(event) => setAxes({ ...axes, [axis]: Number(event.target.value) })}
              >
                {used.map(({ target }, index) => (
                  <option key={target} value={index}>
                    {target}
                  </option>
                ))}
              </select>
            </label>
          ))}
        {groups.map(({ name }, index) => (
          <span key={name} className="flex items-center gap-1.5">
            <svg width={12} height={12} aria-hidden="true">
              <Dot run={index} left={6} top={6} size={4} />
            </svg>
            {name}
          </span>
        ))}
      </div>
      <div ref={box} className="relative" style={{ height: HEIGHT + MARGIN.top + MARGIN.bottom }}>
        <PlotCanvas ref={canvas} margin={MARGIN} padding={PADDING} width={width} height={HEIGHT} />
        <svg
          role="img"
          aria-label={`${used[y]?.target ?? ""} against ${used[x]?.target ?? ""}: ${stairs.length} on the measured front, ${groups
            .map(({ name, found }) => `${found.length} of ${name}`)
            .join(", ")}. The table below has the same values.`}
          width={boxWidth}
          height={HEIGHT + MARGIN.top + MARGIN.bottom}
          className="absolute inset-0 text-muted select-none"
        >
          <g transform={`translate(${MARGIN.left},${MARGIN.top})`}>
            <Axes
              layout={layout}
              marginLeft={MARGIN.left}
              titleX={used[x]?.target ?? ""}
              titleY={used[y]?.target ?? ""}
            />
            <path d={frontPath(layout, stairs)} fill="none" className="stroke-ink" strokeWidth={1.5} />
            {runPlaces.map((places, run) =>
              places.map(({ left, top }, index) => {
                const found = groups[run]?.found[index];
                if (found === undefined || Number.isNaN(left)) return null;
                const key = architectureKey(found.architecture);
                return (
                  <g key={`${run} ${key}`} onMouseEnter={() => onMark(key)} onMouseLeave={() => onMark(null)}>
                    <title>
                      {found.predicted
                        .map(({ value }, at) => `${used[at]?.target ?? ""} ${formatValue(value)}`)
                        .join(", ")}
                    </title>
                    {key === marked && (
                      <circle cx={left} cy={top} r={9} fill="none" className="stroke-ink" strokeWidth={2} />
                    )}
                    <Dot run={run} left={left} top={top} size={4.5} />
                  </g>
                );
              }),
            )}
          </g>
        </svg>
      </div>
    </figure>
  );
}

function Dot({ run, left, top, size }: { run: number; left: number; top: number; size: number }) {
  const look = RUN_LOOKS[run % RUN_LOOKS.length];
  if (run % 2 === 0) return <circle cx={left} cy={top} r={size} className={look} strokeWidth={1} />;
  const reach = size * 1.25;
  return (
    <path
      d={`M${left},${top - reach}l${reach},${reach}l${-reach},${reach}l${-reach},${-reach}z`}
      className={look}
      strokeWidth={1}
    />
  );
}
