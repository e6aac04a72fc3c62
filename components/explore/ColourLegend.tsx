import { legendStops, legendTicks, type ColourScale } from "@/lib/figures/colourScale";
import { formatEffect } from "@/lib/figures/evidence";
import { formatValue } from "@/lib/figures/format";

const BAR_WIDTH = 200;
const PADDING = 26;
const FONT_SIZE = 11;
/** Widest a digit gets at this size, in pixels. */
const DIGIT_WIDTH = 0.65 * FONT_SIZE;

/** Ticks whose words have room beside each other: small differences have many digits. */
function roomyTicks(scale: ColourScale, write: (value: number) => string) {
  const all = legendTicks(scale);
  const hasRoom = all.every(({ value, offset }, index) => {
    const next = all[index + 1];
    if (next === undefined) return true;
    const needed = ((write(value).length + write(next.value).length) / 2) * DIGIT_WIDTH;
    return (next.offset - offset) * BAR_WIDTH > needed;
  });
  // A diverging scale has its middle at an even place among five ticks, and keeps it.
  return hasRoom ? all : all.filter((_, index) => index % 2 === 0);
}

/** The colours of a figure with their values; what they measure and in which unit stands above. */
export function ColourLegend({ scale, label }: { scale: ColourScale; label: string }) {
  const write = scale.middle === 0 ? formatEffect : formatValue;
  const stops = legendStops(scale);
  const stopWidth = BAR_WIDTH / stops.length;
  return (
    <figure className="text-xs text-muted">
      <figcaption>{label}</figcaption>
      <svg
        role="img"
        aria-label={`Colours from ${write(scale.domain[0])} to ${write(scale.domain[1])}`}
        width={BAR_WIDTH + 2 * PADDING}
        height={28}
      >
        {stops.map((stop, index) => (
          <rect
            key={stop.offset}
            x={PADDING + index * stopWidth}
            width={stopWidth + 0.5}
            height={10}
            fill={stop.colour}
          />
        ))}
        {roomyTicks(scale, write).map(({ value, offset }) => (
          <g key={value} transform={`translate(${PADDING + offset * BAR_WIDTH},0)`}>
            <line y2={13} stroke="currentColor" />
            <text y={24} fontSize={FONT_SIZE} textAnchor="middle">
              {write(value)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

type MarksLegendProps =
  { /** What colours compare with. */ mean: string } | { outlined: string; hatched: string };

/** What hatching and outlines say; the same in every figure of one predictor. */
export function MarksLegend(props: MarksLegendProps) {
  const { outlined, hatched } =
    "mean" in props
      ? {
          outlined: "in no labelled architecture",
          hatched: `the 90 % interval holds ${props.mean}, so it may help or harm`,
        }
      : props;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      <li className="flex items-center gap-1.5">
        <svg width="18" height="14" aria-hidden="true">
          <rect x="1" y="1" width="16" height="12" fill="none" stroke="currentColor" strokeDasharray="3 2" />
        </svg>
        outlined: {outlined}
      </li>
      <li className="flex items-center gap-1.5">
        <svg width="18" height="14" aria-hidden="true">
          <path d="M2,12L12,2M7,13L17,3M1,7L7,1" stroke="currentColor" />
        </svg>
        hatched: {hatched}
      </li>
    </ul>
  );
}

/** The same for ranked modules, where scores are dots on intervals. */
export function RankingLegend() {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      <li className="flex items-center gap-1.5">
        <svg width="34" height="14" aria-hidden="true">
          <rect y="3" width="16" height="8" rx="2" fill="#7fb1de" />
          <rect x="18" y="3" width="16" height="8" rx="2" fill="#f2a65a" />
        </svg>
        90 % interval of a score below, above the mean
      </li>
      <li className="flex items-center gap-1.5">
        <svg width="12" height="14" aria-hidden="true">
          <circle cx="6" cy="7" r="3.5" className="fill-surface stroke-ink" />
        </svg>
        hollow: in no labelled architecture
      </li>
      <li className="flex items-center gap-1.5">
        <svg width="18" height="14" aria-hidden="true">
          <path d="M2,12L12,2M7,13L17,3M1,7L7,1" stroke="currentColor" />
        </svg>
        hatched: the interval holds the mean
      </li>
      <li>= tied with the one above: their intervals overlap, so their order is open</li>
    </ul>
  );
}
