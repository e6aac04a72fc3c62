/** Counts of architectures, which are often more than a double holds, for people. */

/** `3,125`, and from a quadrillion on `2.18e19`. */
export function formatBig(count: bigint): string {
  return count < 10n ** 15n ? count.toLocaleString("en") : Number(count).toExponential(2).replace("+", "");
}

/** A share in words: `all`, `12 %`, `1 in 7.0e15`. */
export function shareText(part: bigint, whole: bigint): string {
  if (part >= whole) return "all";
  if (part === 0n) return "none";
  const percent = Number((part * 100_000n) / whole) / 1_000;
  if (percent >= 0.1) return `${Number(percent.toPrecision(2))} %`;
  return `1 in ${formatBig(whole / part)}`;
}
