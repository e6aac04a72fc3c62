/** How far a rank correlation on unseen architectures lets one go, in words; each word has a colour of its own. */
export type Trust = { readonly tone: "good" | "info" | "warn" | "bad"; readonly words: string };

/** Plain words for a held-out SRCC, shown beside the number and never instead of it. */
export function trustOf(srcc: number | null | undefined): Trust {
  if (srcc === null || srcc === undefined || !Number.isFinite(srcc))
    return { tone: "warn", words: "Not known how well it ranks unseen networks" };
  if (srcc >= 0.9) return { tone: "good", words: "Ranks unseen networks well" };
  if (srcc >= 0.7) return { tone: "info", words: "Ranks unseen networks fairly well" };
  if (srcc >= 0.4) return { tone: "warn", words: "Ranks unseen networks roughly" };
  if (srcc >= 0.1) return { tone: "warn", words: "Hardly ranks unseen networks" };
  return { tone: "bad", words: "Does not rank unseen networks" };
}

/** Two decimals as is the custom for correlations; `n/a` where it could not be computed. */
export const formatSrcc = (srcc: number | null | undefined): string =>
  srcc === null || srcc === undefined || !Number.isFinite(srcc)
    ? "n/a"
    : srcc.toFixed(2).replace("-0.00", "0.00");
