import { hasIntervals, type Evidence } from "@/lib/figures/evidence";

/** Says so where a predictor gives scores without a spread: nothing is hatched then, which must not look like certainty. */
export function IntervalNote({ scores }: { scores: readonly Evidence[] }) {
  if (hasIntervals(scores)) return null;
  return (
    <p className="mb-3 text-xs text-muted">
      This predictor gives no interval for its scores, so nothing is hatched; train one with several members
      to see which scores are unstable.
    </p>
  );
}
