import { formatEffect } from "@/lib/figures/evidence";
import { formatInteger } from "@/lib/figures/format";

/** `34 of 50 (68 %)` */
export const shareWords = (count: number, of: number): string =>
  of === 0
    ? "none chosen"
    : `${formatInteger(count)} of ${formatInteger(of)} (${Math.round((100 * count) / of)} %)`;

/** `+12 points`, of a share. */
export const pointsWords = (difference: number): string =>
  `${formatEffect(Math.round(1000 * difference) / 10)} points`;

/** What a corrected p says: `p < 0.001`, `p = 0.03`, `may be (p = 0.4)`. */
export function chanceWords(adjustedP: number): string {
  if (adjustedP < 0.001) return "p < 0.001";
  if (adjustedP < 0.05) return `p = ${adjustedP.toPrecision(1)}`;
  return adjustedP > 0.99 ? "may well be" : `may be (p = ${adjustedP.toPrecision(1)})`;
}
