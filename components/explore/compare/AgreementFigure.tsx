"use client";

import { useCallback, useMemo } from "react";
import { agreementScatter } from "@/lib/figures/compare/agreementScatter";
import { differenceOf, type Compared, type DifferenceBy } from "@/lib/figures/compare/compareScores";
import { formatEffect } from "@/lib/figures/evidence";
import { formatValue } from "@/lib/figures/format";
import { FigureFrame } from "../FigureFrame";

const SIZE = 320;

/** More points than this hide each other; the table has them all. */
const MOST_POINTS = 1_500;

const evenly = (compared: readonly Compared[]): readonly Compared[] =>
  compared.length <= MOST_POINTS
    ? compared
    : compared.filter(
        (_, index) =>
          Math.floor((index * MOST_POINTS) / compared.length) !==
          Math.floor(((index - 1) * MOST_POINTS) / compared.length),
      );

type AgreementFigureProps = {
  compared: readonly Compared[];
  names: readonly [string, string];
  labelOf: (key: string) => string;
  by: DifferenceBy;
};

/** Both predictors' scores of the same things against each other; the table has every number. */
export function AgreementFigure({ compared, names, labelOf, by }: AgreementFigureProps) {
  const drawn = useMemo(() => evenly(compared), [compared]);
  const layout = useMemo(() => agreementScatter(drawn, SIZE), [drawn]);
  const table = useCallback(
    () => ({
      caption: `Scores of ${names[0]} (first) and ${names[1]} (second)`,
      columns: ["what", "first score", "second score", "first rank", "second rank", `difference (${by})`],
      rows: compared.map((one) => [
        labelOf(one.key),
        formatValue(one.scores[0]),
        formatValue(one.scores[1]),
        formatValue(one.ranks[0]),
        formatValue(one.ranks[1]),
        formatEffect(differenceOf(one, by)),
      ]),
    }),
    [compared, names, labelOf, by],
  );
  return (
    <FigureFrame
      fileName="comparison.svg"
      table={table}
      legend={
        <p className="max-w-md text-xs text-muted">
          A point is one score by both, in standard deviations from its mean: on the diagonal they agree;
          above it the second thinks more of it.
        </p>
      }
    >
      <svg
        role="img"
        aria-label={`Scores of ${names[1]} against those of ${names[0]}, ${compared.length} points; the table has the numbers`}
        width={SIZE}
        height={SIZE}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        fontSize={11}
        className="block max-w-full"
      >
        <line {...layout.diagonal} className="stroke-line-strong" strokeDasharray="4 3" />
        {layout.ticks.map(({ value, x, y }) => (
          <g key={value}>
            <text x={x} y={SIZE - 16} textAnchor="middle">
              {value}
            </text>
            <text x={24} y={y} textAnchor="end" dominantBaseline="central">
              {value}
            </text>
          </g>
        ))}
        <text x={SIZE / 2} y={SIZE - 3} textAnchor="middle">
          first
        </text>
        <text x={9} y={SIZE / 2} textAnchor="middle" transform={`rotate(-90 9 ${SIZE / 2})`}>
          second
        </text>
        {layout.points.map(({ key, x, y }) => (
          <circle key={key} cx={x} cy={y} r={3} className="fill-accent opacity-50" />
        ))}
      </svg>
    </FigureFrame>
  );
}
