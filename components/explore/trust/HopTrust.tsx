import { judgeHop } from "@/lib/core/trust/chance";
import { formatCount } from "@/lib/figures/format";
import type { PredictorMetrics } from "@/lib/predictor/predictor";
import { formatSrcc, trustOf, type Trust } from "@/lib/figures/trust";

const TONES: Record<Trust["tone"], string> = {
  good: "bg-good-soft text-good",
  info: "bg-accent-soft text-accent",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

/** Held-out rows that the SRCC of hops was measured on; the kinds that look at fewer than all of them say so. */
export const hopRows = ({ numHopRows, numTest }: Pick<PredictorMetrics, "numHopRows" | "numTest">): number =>
  numHopRows ?? numTest;

type HopTrustProps = {
  hop: number;
  /** Held-out SRCC of the hop alone, and how many rows it was measured on. */
  srcc: number;
  numRows: number;
};

/** How well a hop ranks held-out rows; struck out, with the reason, where a random order does as well. */
export function HopTrust({ hop, srcc, numRows }: HopTrustProps) {
  const judged = judgeHop(srcc, numRows);
  const trust = trustOf(srcc);
  if (judged.verdict === "ranks")
    return (
      <span>
        Hop {hop} alone, which this figure shows:{" "}
        <span className={`rounded px-1.5 py-0.5 font-medium ${TONES[trust.tone]}`}>
          SRCC {formatSrcc(srcc)}
        </span>
      </span>
    );
  return (
    <span className="basis-full">
      <del>Hop {hop} alone, which this figure shows</del>:{" "}
      <span className={`rounded px-1.5 py-0.5 font-medium ${TONES.bad}`}>SRCC {formatSrcc(srcc)}</span> is no
      better than chance on {formatCount(numRows, "held-out row")}: a random order reaches{" "}
      {formatSrcc(judged.bound)} once in twenty times. Do not read this figure as a ranking.
    </span>
  );
}
