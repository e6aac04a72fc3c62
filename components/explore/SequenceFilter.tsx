"use client";

import type { RankingFilter } from "@/lib/figures/sequenceRanking";

export function SequenceFilter({
  operations,
  operation,
  seenOnly,
  onChange,
}: RankingFilter & {
  operations: readonly { readonly key: string; readonly label: string }[];
  onChange: (filter: RankingFilter) => void;
}) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-5 gap-y-2">
      <label className="flex items-center gap-2">
        <span className="text-muted">With operation</span>
        <select
          className="max-w-48 rounded border border-line bg-surface px-1 py-0.5 text-ink"
          value={operation ?? ""}
          onChange={(event) => onChange({ operation: event.target.value || null, seenOnly })}
        >
          <option value="">any</option>
          {operations.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={seenOnly}
          onChange={(event) => onChange({ operation, seenOnly: event.target.checked })}
        />
        Only what the labelled data holds
      </label>
    </div>
  );
}
