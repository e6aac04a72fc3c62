import { formatEffect } from "@/lib/figures/evidence";
import type { Synergy } from "@/lib/figures/modules/synergy";

/** Marks of synergy that is surely there. */
export const SYNERGY_SIGNS = { more: "+", less: "−" } as const;

/** `+0.4 (+0.1 to +0.7)`; without an interval where there is none. */
export function formatSynergy(synergy: Synergy | null): string {
  if (synergy === null) return "not known";
  const { synergy: value, low, high } = synergy;
  return low < high
    ? `${formatEffect(value)} (${formatEffect(low)} to ${formatEffect(high)})`
    : formatEffect(value);
}

/** What synergy is, for those who ask; the exact words of the guide to figures. */
export const SYNERGY_MEANING =
  "Score minus what the parts say: the sum of one number for each operation in each place, fitted by least squares to " +
  "all modules of the same places. Its interval is the module's own around that sum, which is taken as known.";
