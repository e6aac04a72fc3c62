import { useMemo } from "react";
import { formatValue } from "@/lib/figures/format";
import { curvesLayout, type Curve, type CurvePath } from "@/lib/figures/lossCurve";

/**
 * Hues after Okabe and Ito at a lightness that stands out on light and dark; the dashes are a second channel, and
 * every curve is named at its end.
 */
const STYLES = [
  { colour: "var(--ink)", dash: undefined },
  { colour: "#0f7fc4", dash: undefined },
  { colour: "#cc6a00", dash: "7 3" },
  { colour: "#0a8f6a", dash: "2 3" },
  { colour: "#bf5a93", dash: "9 3 2 3" },
  { colour: "#7a78d6", dash: "4 2" },
  { colour: "#8d7a2b", dash: "1 2" },
] as const;

const styleOf = (index: number) => STYLES[index % STYLES.length] ?? STYLES[0];

/** Curves over epochs, each named with its last value at its end. */
export function CurvesFigure({
  title,
  curves,
  numEpochs,
  domain,
  format = formatValue,
}: {
  title: string;
  curves: readonly Curve[];
  numEpochs: number;
  domain?: readonly [number, number];
  /** Writes the values at the ends. */
  format?: (value: number) => string;
}) {
  const layout = useMemo(() => curvesLayout({ curves, numEpochs, domain }), [curves, numEpochs, domain]);
  const { plot, width, height } = layout;
  return (
    <figure className="min-w-0">
      <figcaption className="font-medium">{title}</figcaption>
      <div className="overflow-x-auto">
        <svg
          role="img"
          aria-label={`${title}: ${summary(layout.curves, format)}`}
          viewBox={`0 0 ${width} ${height}`}
          className="w-full max-w-2xl min-w-120"
        >
          {layout.yTicks.map(({ value, position }) => (
            <g key={value} transform={`translate(0,${position})`} className="text-muted">
              <line x1={plot.left} x2={plot.right} className="stroke-line" />
              <text x={plot.left - 6} dy="0.32em" fontSize={11} textAnchor="end">
                {formatValue(value)}
              </text>
            </g>
          ))}
          {layout.xTicks.map(({ value, position }) => (
            <text
              key={value}
              x={position}
              y={plot.bottom + 15}
              fontSize={11}
              textAnchor="middle"
              className="text-muted"
            >
              {value}
            </text>
          ))}
          <text x={plot.right} y={height - 4} fontSize={11} textAnchor="end" className="text-muted">
            epoch
          </text>
          {layout.curves.map((curve, index) => (
            <CurveLine
              key={curve.label}
              curve={curve}
              index={index}
              labelX={plot.right + 8}
              format={format}
            />
          ))}
        </svg>
      </div>
    </figure>
  );
}

function CurveLine({
  curve,
  index,
  labelX,
  format,
}: {
  curve: CurvePath;
  index: number;
  labelX: number;
  format: (value: number) => string;
}) {
  const { colour, dash } = styleOf(index);
  return (
    <g>
      <path d={curve.path} fill="none" stroke={colour} strokeWidth={1.8} strokeDasharray={dash} />
      {curve.end && (
        <>
          <circle cx={curve.end.x} cy={curve.end.y} r={2.5} fill={colour} />
          <line
            x1={labelX}
            x2={labelX + 12}
            y1={curve.end.labelY}
            y2={curve.end.labelY}
            stroke={colour}
            strokeWidth={1.8}
            strokeDasharray={dash}
          />
          <text x={labelX + 16} y={curve.end.labelY} dy="0.32em" fontSize={11}>
            {curve.label} {format(curve.end.value)}
          </text>
        </>
      )}
    </g>
  );
}

const summary = (curves: readonly CurvePath[], format: (value: number) => string): string =>
  curves.flatMap(({ label, end }) => (end ? [`${label} ${format(end.value)}`] : [])).join(", ") ||
  "nothing yet";
