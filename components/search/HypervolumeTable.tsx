import { formatInteger } from "@/lib/figures/format";
import { foundFront } from "./measuredValues";
import type { SearchRun } from "./useSearch";

type HypervolumeTableProps = {
  runs: readonly SearchRun[];
  /** Of the measured front, then of each run. */
  worth: readonly number[];
  /** Rows on the measured front. */
  numMeasured: number;
};

/** What each front is worth as one number, for the same budget. */
export function HypervolumeTable({ runs, worth, numMeasured }: HypervolumeTableProps) {
  const rows = [
    { name: "measured", budget: "", onFront: numMeasured },
    ...runs.map(({ region, result }) => ({
      name: `${region}, predicted`,
      budget: formatInteger(result.numPredicted),
      onFront: foundFront(result).length,
    })),
  ];
  return (
    <section aria-labelledby="worth" className="my-4">
      <h3 id="worth" className="font-semibold">
        How good is each front?
      </h3>
      <p className="text-muted">
        Hypervolume: the share of the box between the worst and the best value of every goal that a front
        dominates. What was found is predicted, what was measured is measured: a front of predictions is as
        good as the predictor.
      </p>
      <div role="region" aria-label="Fronts as a table" tabIndex={0} className="overflow-x-auto">
        <table className="mt-2 text-left whitespace-nowrap tabular-nums">
          <thead className="text-muted">
            <tr>
              {["Front", "Predictions", "On the front", "Hypervolume"].map((head) => (
                <th key={head} scope="col" className="pr-6 font-normal">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, budget, onFront }, index) => (
              <tr key={name}>
                <th scope="row" className="pr-6 font-normal">
                  {name}
                </th>
                <td className="pr-6">{budget}</td>
                <td className="pr-6">{formatInteger(onFront)}</td>
                <td>{(worth[index] ?? 0).toFixed(3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
