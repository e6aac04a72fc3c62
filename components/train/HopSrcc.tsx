import type { NodeMeasure } from "@/lib/core/predictorKinds";
import { formatSrcc } from "@/lib/figures/trust";

/** -1..1 to 0..100 percent of the bar's box. */
const percent = (srcc: number): number => ((srcc + 1) / 2) * 100;

/** What is compared with the target at a hop. */
const COMPARED: Record<NodeMeasure, string> = {
  "embedding norm": "embedding norms",
  score: "added-up scores",
};

/** How well each hop alone ranks architectures: what importances at it rest on. Nothing where hops are not measured. */
export function HopSrcc({ hopSrcc, measure }: { hopSrcc: readonly number[]; measure: NodeMeasure }) {
  if (hopSrcc.length === 0) return null;
  return (
    <figure className="min-w-0">
      <figcaption className="font-medium">Rank correlation (SRCC) of {COMPARED[measure]} by hop</figcaption>
      <p className="text-muted">
        Importances of modules of n nodes are read at hop n - 1; 1 ranks perfectly, 0 is chance.
      </p>
      <table className="mt-2 w-full max-w-md">
        <thead className="sr-only">
          <tr>
            <th>Hop</th>
            <th>SRCC</th>
            <th>From -1 to 1</th>
          </tr>
        </thead>
        <tbody>
          {hopSrcc.map((srcc, hop) => (
            <tr key={hop}>
              <th scope="row" className="w-14 text-left font-normal whitespace-nowrap">
                hop {hop}
              </th>
              <td className="w-14 pr-2 text-right">{formatSrcc(srcc)}</td>
              <td>
                <Bar srcc={srcc} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Bar({ srcc }: { srcc: number }) {
  if (!Number.isFinite(srcc)) return <span className="text-muted">could not be computed</span>;
  const start = Math.min(50, percent(srcc));
  return (
    <div className="relative h-3 bg-sunken" aria-hidden="true">
      <div
        className={`absolute h-full ${srcc >= 0 ? "bg-accent" : "bg-warn"}`}
        style={{ left: `${start}%`, width: `${Math.abs(percent(srcc) - 50)}%` }}
      />
      <div className="absolute left-1/2 h-full border-l border-line-strong" />
    </div>
  );
}
