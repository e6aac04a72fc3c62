"use client";

import { useMemo } from "react";
import { formatCount, formatValue } from "@/lib/figures/format";
import { standingLayout } from "@/lib/figures/standingLayout";
import type { Interval } from "@/lib/predictor/predictor";

type StandingFigureProps = {
  /** Raw targets; NaN where a row has none. */
  measured: Float64Array;
  predicted: Interval | null;
  unit: string;
};

const WIDTH = 320;

/** Measured targets as bars, the prediction as a tick with its interval on the same axis. */
export function StandingFigure({ measured, predicted, unit }: StandingFigureProps) {
  const layout = useMemo(
    () => standingLayout(measured, predicted, { width: WIDTH, height: 104, numBins: 36 }),
    [measured, predicted],
  );
  const { mark, baseline } = layout;
  const count = measured.filter(Number.isFinite).length;
  const name = `${formatCount(count, "measured architecture")} by ${unit}${
    predicted === null ? "" : `; prediction at ${formatValue(predicted.value)}`
  }`;
  return (
    <figure className="max-w-full overflow-x-auto text-xs text-muted">
      <svg role="img" aria-label={name} width={layout.width} height={layout.height} className="block">
        {layout.bars.map((bar) => (
          <rect key={bar.x} {...bar} className="fill-line-strong" opacity={0.55} />
        ))}
        <line x1={0} x2={layout.width} y1={baseline} y2={baseline} className="stroke-line-strong" />
        {layout.ticks.map(({ value, x }) => (
          <g key={value} transform={`translate(${x},${baseline})`}>
            <line y2={4} stroke="currentColor" />
            <text y={16} fontSize={11} textAnchor="middle">
              {formatValue(value)}
            </text>
          </g>
        ))}
        {mark && (
          <g className="text-accent">
            <rect
              x={mark.x0}
              width={Math.max(1, mark.x1 - mark.x0)}
              y={4}
              height={5}
              fill="currentColor"
              opacity={0.4}
            />
            <line x1={mark.x} x2={mark.x} y1={1} y2={baseline + 3} stroke="currentColor" strokeWidth={2} />
          </g>
        )}
      </svg>
      <figcaption className="flex flex-wrap gap-x-4">
        <span>
          <span aria-hidden="true" className="mr-1 inline-block size-2 bg-line-strong opacity-55" />
          measured architectures
        </span>
        <span>
          <span aria-hidden="true" className="mr-1 inline-block h-3 w-0.5 bg-accent align-middle" />
          prediction, its 90 % interval above
        </span>
      </figcaption>
    </figure>
  );
}
