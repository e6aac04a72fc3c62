"use client";

import { Button } from "@/components/ui/Button";
import { differenceOf, type Compared, type DifferenceBy } from "@/lib/figures/compare/compareScores";
import { formatEffect } from "@/lib/figures/evidence";
import { formatValue } from "@/lib/figures/format";
import { DIFFERENCE_UNIT, formatDifference } from "./differenceWords";

const MOST_SHOWN = 12;

type DifferenceListProps = {
  compared: readonly Compared[];
  labelOf: (key: string) => string;
  by: DifferenceBy;
  /** What both numbers are differences from: `the unit's mean`; null where they are scores. */
  against: string | null;
  /** Pins what was pressed; null where it is no module. */
  onPick: ((key: string) => void) | null;
};

/** Where the two disagree most, as a table. */
export function DifferenceList({ compared, labelOf, by, against, onPick }: DifferenceListProps) {
  const most = [...compared]
    .sort((a, b) => Math.abs(differenceOf(b, by)) - Math.abs(differenceOf(a, by)))
    .slice(0, MOST_SHOWN);
  return (
    <div className="min-w-0 overflow-x-auto" role="region" aria-label="Largest differences" tabIndex={0}>
      <table className="w-full text-xs">
        <caption className="pb-1 text-left text-muted">
          Where they differ most, in {DIFFERENCE_UNIT[by]}; positive where the second thinks more of it
          {by === "standardised" && against && `. First and second: the score minus ${against}`}
        </caption>
        <thead>
          <tr>
            {["what", "first", "second", "difference"].map((column, index) => (
              <th
                key={column}
                scope="col"
                className={`py-1 pr-3 font-medium ${index === 0 ? "text-left" : "text-right"}`}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {most.map((one) => {
            const [first, second] = by === "ranks" ? one.ranks : one.scores;
            const write = by === "ranks" || against === null ? formatValue : formatEffect;
            return (
              <tr key={one.key} className="border-t border-line">
                <th scope="row" className="py-0.5 pr-3 text-left font-normal">
                  {onPick ? (
                    <Button look="quiet" className="px-1 py-0.5 text-xs" onClick={() => onPick(one.key)}>
                      {labelOf(one.key)}
                    </Button>
                  ) : (
                    labelOf(one.key)
                  )}
                </th>
                <td className="pr-3 text-right">{write(first)}</td>
                <td className="pr-3 text-right">{write(second)}</td>
                <td className="pr-3 text-right font-medium">{formatDifference(differenceOf(one, by), by)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
