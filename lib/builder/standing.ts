/** Where a predicted target would stand among the measured ones. More is always better: that is what a target is. */

export type Standing = {
  /** 1-based; ties with a measured value take the better rank. */
  readonly rank: number;
  /** Measured architectures with a target. */
  readonly numMeasured: number;
};

/** @param measured raw targets in any order; values that are not finite are rows without a target */
export function standingOf(measured: ArrayLike<number>, predicted: number): Standing {
  const finite = Array.from(measured).filter(Number.isFinite);
  return { rank: 1 + finite.filter((value) => value > predicted).length, numMeasured: finite.length };
}

/** `1st of 2,000`, `12th of 2,000`. */
export const standingText = ({ rank, numMeasured }: Standing): string =>
  `${rank.toLocaleString("en")}${ordinalSuffix(rank)} of ${numMeasured.toLocaleString("en")}`;

function ordinalSuffix(rank: number): string {
  if (rank % 100 >= 11 && rank % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][rank % 10] ?? "th";
}
