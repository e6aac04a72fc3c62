import type { Compared, DifferenceBy } from "@/lib/figures/compare/compareScores";
import { formatEffect, formatScore, type Evidence } from "@/lib/figures/evidence";
import { formatValue } from "@/lib/figures/format";
import type { TooltipLine } from "../FigureTooltip";
import type { Asked } from "../questions";

/** The heatmaps of a comparison. */
export const DIFFERENCE: Asked = {
  question: "Where do two predictors differ?",
  reading: [
    "The heatmap of either, drawn with the second predictor's word minus the first's: orange where the second puts it higher, blue where the first does.",
    "Hatched cells need be no disagreement: the 90 % intervals of both, brought to the same scale, share a value.",
  ],
};

/** What a difference is counted in, for legends and heads of tables. */
export const DIFFERENCE_UNIT: Record<DifferenceBy, string> = {
  standardised: "standard deviations",
  ranks: "ranks",
};

const SHORT_UNIT: Record<DifferenceBy, string> = { standardised: "sd", ranks: "ranks" };

/** `+1.24`, `−3`: hundredths of a standard deviation say nothing more, ranks may be halves. */
export const formatDifference = (difference: number, by: DifferenceBy): string =>
  formatEffect(by === "ranks" ? difference : Math.round(difference * 100) / 100);

/** `yes`, `no, they overlap`, or that nothing is known. */
export function beyondWords(beyond: boolean | null): string {
  if (beyond === null) return "not known: no interval";
  return beyond ? "yes" : "no, they overlap";
}

const NUMBERS = {
  standardised: ({ standardised: [first, second] }: Compared) =>
    `${formatDifference(first, "standardised")} and ${formatDifference(second, "standardised")}`,
  ranks: ({ ranks: [first, second] }: Compared) => `${formatValue(first)} and ${formatValue(second)}`,
};

/** All that is said of one difference: both scores with their intervals, both numbers that are compared, what follows. */
export function differenceLines(
  compared: Compared,
  difference: number,
  evidence: readonly [Evidence, Evidence],
  by: DifferenceBy,
): TooltipLine[] {
  return [
    ["first score (90 % interval)", formatScore(evidence[0])],
    ["second score (90 % interval)", formatScore(evidence[1])],
    [`first and second, ${SHORT_UNIT[by]}`, NUMBERS[by](compared)],
    ["second minus first", `${formatDifference(difference, by)} ${SHORT_UNIT[by]}`],
    ["beyond the intervals", beyondWords(compared.beyond)],
  ];
}
