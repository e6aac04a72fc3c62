import { formatEffect } from "@/lib/figures/evidence";
import { differenceBars, type Difference } from "@/lib/figures/trust/differenceBars";

const WIDTH = 280;
const NAME_HEIGHT = 32;
const ROW_HEIGHT = 52;

/** What is claimed above what is measured, on one scale with zero in it. */
export function DifferenceFigure({ bars, unit }: { bars: readonly Difference[]; unit: string }) {
  const layout = differenceBars(bars, WIDTH);
  const words = (index: number): string => {
    const { mean = NaN, low = NaN, high = NaN } = bars[index] ?? {};
    if (!Number.isFinite(mean)) return "nothing";
    return Number.isFinite(low)
      ? `${formatEffect(mean)} (${formatEffect(low)} to ${formatEffect(high)})`
      : formatEffect(mean);
  };
  const label = layout.bars.map(({ name }, index) => `${name} ${words(index)}`).join("; ");
  return (
    <svg
      role="img"
      aria-label={`${label}; in ${unit}`}
      width={WIDTH}
      height={bars.length * ROW_HEIGHT + 16}
      viewBox={`0 0 ${WIDTH} ${bars.length * ROW_HEIGHT + 16}`}
      className="block max-w-full"
      fontSize={12}
    >
      <line
        x1={layout.zeroX}
        x2={layout.zeroX}
        y1={4}
        y2={bars.length * ROW_HEIGHT}
        className="stroke-line-strong"
      />
      {layout.bars.map(({ name, x, interval }, index) => {
        const top = index * ROW_HEIGHT;
        const middle = top + NAME_HEIGHT + 9;
        return (
          <g key={name}>
            <text x={0} y={top + 12}>
              {name}
            </text>
            <text x={0} y={top + 28} fontWeight={600}>
              {words(index)}
            </text>
            {interval && (
              <rect
                x={interval[0]}
                y={middle - 5}
                width={Math.max(1, interval[1] - interval[0])}
                height={10}
                rx={2}
                className="fill-accent opacity-40"
              />
            )}
            {x !== null && <circle cx={x} cy={middle} r={4} className="fill-ink" />}
          </g>
        );
      })}
      <text
        x={layout.zeroX}
        y={bars.length * ROW_HEIGHT + 12}
        fontSize={11}
        textAnchor="middle"
        className="fill-muted"
      >
        0
      </text>
    </svg>
  );
}
