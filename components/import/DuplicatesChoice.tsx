"use client";

import { RadioChoices, type RadioOption } from "@/components/ui/RadioChoices";
import type { ImportReport } from "@/lib/core/dataset";
import type { DuplicateRule } from "@/lib/core/formats/importPlan";
import { formatCount, formatWithUnit } from "@/lib/figures/format";

const RULES: readonly RadioOption<DuplicateRule>[] = [
  { value: "keep", name: "Keep all", meaning: "every row stays an evaluation of its own" },
  { value: "average", name: "Average", meaning: "one row each, with the mean of every metric" },
  { value: "latest", name: "Keep the latest", meaning: "one row each, the last of the file" },
];

type DuplicatesChoiceProps = {
  report: Pick<ImportReport, "noise" | "metrics">;
  rule: DuplicateRule;
  onChange: (rule: DuplicateRule) => void;
};

/** What becomes of rows with the same architecture, beside how much their measurements differ. */
export function DuplicatesChoice({ report: { noise, metrics }, rule, onChange }: DuplicatesChoiceProps) {
  const differing = noise.filter(({ spread }) => spread > 0);
  return (
    <div className="grid gap-x-6 gap-y-3 md:grid-cols-2">
      <fieldset className="space-y-1">
        <legend className="font-medium">Rows with the same architecture</legend>
        <RadioChoices options={RULES} value={rule} onChange={onChange} />
      </fieldset>
      {noise.length > 0 && (
        <div>
          <h4 className="font-medium">Measurement noise</h4>
          {differing.length === 0 ? (
            <p className="text-muted">None: repeated rows have the same values in every metric.</p>
          ) : (
            <>
              <p className="text-muted">
                Spread between rows of one architecture (pooled standard deviation). No predictor can be more
                exact than this.
              </p>
              <ul className="max-h-40 overflow-y-auto" tabIndex={0} aria-label="Measurement noise by metric">
                {differing.map(({ metric, numGroups, spread }) => {
                  const measured = metrics.find((other) => other.name === metric);
                  return (
                    <li key={metric}>
                      <span className="font-medium">{measured?.label ?? metric}</span>{" "}
                      {formatWithUnit(spread, measured?.unit ?? null)}{" "}
                      <span className="text-muted">over {formatCount(numGroups, "architecture")}</span>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}
