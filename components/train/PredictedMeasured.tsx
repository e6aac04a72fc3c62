import { useMemo } from "react";
import { PlotGrid } from "@/components/ui/PlotGrid";
import { formatCount, formatValue } from "@/lib/figures/format";
import { predictedMeasuredLayout } from "@/lib/figures/predictedMeasured";

/** Held-out architectures: where predictions were right, points lie on the diagonal. */
export function PredictedMeasured({
  heldOut,
  target,
  unit,
}: {
  heldOut: { readonly measured: readonly number[]; readonly predicted: readonly number[] };
  target: string;
  unit: string | null;
}) {
  const { size, plot, points, xTicks, yTicks } = useMemo(() => predictedMeasuredLayout(heldOut), [heldOut]);
  const axis = unit === null ? "target" : unit;
  return (
    <figure className="min-w-0">
      <figcaption className="font-medium">Predicted against measured, held-out rows</figcaption>
      <p className="break-words text-muted">
        <code>{target}</code>; on the diagonal a prediction is exact
      </p>
      <div className="overflow-x-auto">
        <svg
          role="img"
          aria-label={`Predicted against measured ${target} of ${formatCount(points.length, "held-out architecture")}`}
          viewBox={`0 0 ${size} ${size}`}
          className="w-full max-w-md min-w-72"
        >
          <PlotGrid plot={plot} xTicks={xTicks} yTicks={yTicks} />
          {points.map(({ x, y, measured, predicted }, index) => (
            <circle key={index} cx={x} cy={y} r={3} className="fill-accent" fillOpacity={0.6}>
              <title>{`measured ${formatValue(measured)}, predicted ${formatValue(predicted)}`}</title>
            </circle>
          ))}
          <text x={plot.right} y={size - 10} fontSize={11} textAnchor="end">
            measured ({axis}) →
          </text>
          <text x={plot.left + 4} y={plot.top - 8} fontSize={11}>
            ↑ predicted ({axis})
          </text>
        </svg>
      </div>
    </figure>
  );
}
