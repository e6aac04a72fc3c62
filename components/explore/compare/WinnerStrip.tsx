import type { WinnerSegment } from "@/lib/figures/compare/weights";

const WIDTH = 560;
const HEIGHT = 34;

type WinnerStripProps = {
  segments: readonly WinnerSegment[];
  weight: number;
  labelOf: (index: number) => string;
};

/** Which thing wins at which weight: a piece of the strip a winner, and the same in words. */
export function WinnerStrip({ segments, weight, labelOf }: WinnerStripProps) {
  if (segments.length === 0) return <p className="text-muted">Nothing has a score by both predictors.</p>;
  const current = segments.findIndex(({ from, to }) => from <= weight && weight <= to);
  return (
    <div className="grid min-w-0 gap-2">
      <svg
        role="img"
        aria-label={`${segments.length} winners over the weight; now ${labelOf(segments[current]?.index ?? -1)}`}
        width={WIDTH}
        height={HEIGHT}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block h-auto w-full max-w-xl"
        fontSize={11}
      >
        {segments.map(({ from, to, index }, place) => (
          <g key={index}>
            <rect
              x={from * WIDTH}
              width={Math.max(1, (to - from) * WIDTH - 1)}
              y={8}
              height={20}
              className={
                place === current ? "fill-accent" : place % 2 === 0 ? "fill-line" : "fill-line-strong"
              }
            />
            {(to - from) * WIDTH > 24 && (
              <text
                x={((from + to) / 2) * WIDTH}
                y={18}
                textAnchor="middle"
                dominantBaseline="central"
                style={{
                  fill:
                    place === current
                      ? "var(--accent-ink)"
                      : place % 2 === 0
                        ? "var(--ink)"
                        : "var(--surface)",
                }}
              >
                {place + 1}
              </text>
            )}
          </g>
        ))}
        <path d={`M${weight * WIDTH},8l-5,-8h10z`} className="fill-ink" />
      </svg>
      <ol className="grid gap-0.5 text-xs" aria-label="Where the winner changes">
        {segments.map(({ from, to, index }, place) => (
          <li key={index} className={place === current ? "font-medium" : "text-muted"}>
            {place + 1}. {labelOf(index)}: best from w = {from.toFixed(3)} to {to.toFixed(3)}
            {place === current && " (now)"}
          </li>
        ))}
      </ol>
    </div>
  );
}
