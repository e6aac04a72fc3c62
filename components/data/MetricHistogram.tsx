"use client";

import { useMemo } from "react";
import type { Metric } from "@/lib/core/dataset";
import { formatCount, formatValue } from "@/lib/figures/format";
import { histogramLayout } from "@/lib/figures/histogram";
import { metricTitle } from "./metricWords";
import { RangeInputs } from "./RangeInputs";
import { useDrag } from "./useDrag";
import { useWidth } from "./useWidth";

const HEIGHT = 64;
const AXIS_HEIGHT = 20;

type Range = { readonly low: number; readonly high: number };

type MetricHistogramProps = {
  metric: Metric;
  values: Float64Array | undefined;
  shown: Uint32Array;
  range: Range | undefined;
  onRange: (range: Range | null) => void;
};

/** One metric over all rows, the shown rows in front; a dragged stretch or a clicked bar becomes a range. */
export function MetricHistogram({ metric, values, shown, range, onRange }: MetricHistogramProps) {
  const [box, width] = useWidth(340);
  const layout = useMemo(
    () => histogramLayout(values ?? new Float64Array(), shown, { width, height: HEIGHT }),
    [values, shown, width],
  );
  const { drag, handlers } = useDrag({
    onClick: ({ x }) => {
      const bar = layout.bars.find((candidate) => x >= candidate.x && x < candidate.x + candidate.width);
      if (bar && bar.count > 0) onRange({ low: bar.low, high: bar.high });
    },
    onDrag: ({ from, to }) => {
      const ends = [layout.valueAt(from.x), layout.valueAt(to.x)] as const;
      onRange({ low: threeDigits(Math.min(...ends)), high: threeDigits(Math.max(...ends)) });
    },
  });
  const title = metricTitle(metric);
  const numMissing = values ? values.length - layout.bars.reduce((sum, { count }) => sum + count, 0) : 0;
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap justify-between gap-x-3 text-xs">
        <span className="font-medium break-words">{title}</span>
        <span className="text-muted">
          tallest bar: {formatCount(layout.maxCount, "row")}
          {numMissing > 0 && `; ${formatCount(numMissing, "row")} without it`}
        </span>
      </figcaption>
      <div ref={box}>
        <svg
          role="img"
          aria-label={`Histogram of ${title}: ${formatCount(shown.length, "row")} shown`}
          width={width}
          height={HEIGHT + AXIS_HEIGHT}
          className="block touch-pan-y cursor-crosshair text-muted select-none"
          {...handlers}
        >
          {layout.bars.map((bar) => (
            <g key={bar.low}>
              <rect
                x={bar.x}
                y={HEIGHT - bar.height}
                width={Math.max(1, bar.width - 1)}
                height={bar.height}
                className="fill-line"
              />
              <rect
                x={bar.x}
                y={HEIGHT - bar.shownHeight}
                width={Math.max(1, bar.width - 1)}
                height={bar.shownHeight}
                className="fill-accent"
              />
              <rect x={bar.x} width={bar.width} height={HEIGHT} fill="transparent">
                <title>
                  {`${formatValue(bar.low)} to ${formatValue(bar.high)}: ` +
                    `${formatCount(bar.numShown, "row")} shown of ${bar.count.toLocaleString("en")}`}
                </title>
              </rect>
            </g>
          ))}
          <line x2={width} y1={HEIGHT} y2={HEIGHT} stroke="currentColor" />
          {layout.ticks.map(({ value, x }) => (
            <text key={value} x={x} y={HEIGHT + 14} fontSize={11} textAnchor={anchorAt(x, width)}>
              {formatValue(value)}
            </text>
          ))}
          {range && (
            <Stretch
              from={range.low === -Infinity ? 0 : layout.xOf(range.low)}
              to={range.high === Infinity ? width : layout.xOf(range.high)}
              width={width}
              height={HEIGHT}
            />
          )}
          {drag && <Stretch from={drag.from.x} to={drag.to.x} width={width} height={HEIGHT} />}
        </svg>
      </div>
      <RangeInputs key={`${range?.low} ${range?.high}`} label={title} range={range} onRange={onRange} />
    </figure>
  );
}

/** Labels at the ends stay inside the figure. */
/** Half of a label such as `1200`; nearer to an end it would be cut. Pixels. */
const LABEL_HALF = 16;

const anchorAt = (x: number, width: number) => (x < LABEL_HALF ? "start" : x > width - LABEL_HALF ? "end" : "middle");

/** A range that a person dragged needs no more digits than the figure shows. */
const threeDigits = (value: number): number => Number(value.toPrecision(4));

type StretchProps = { from: number; to: number; width: number; height: number };

/** The kept stretch between two ends; open ends reach the edge. */
function Stretch({ from, to, width, height }: StretchProps) {
  const left = Math.max(0, Math.min(from, to));
  const right = Math.min(width, Math.max(from, to));
  return (
    <rect
      x={left}
      width={Math.max(1, right - left)}
      height={height}
      className="pointer-events-none fill-accent/15 stroke-accent"
    />
  );
}
