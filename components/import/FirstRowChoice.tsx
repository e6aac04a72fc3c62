import type { FirstRow } from "@/lib/core/formats/headerless";

type FirstRowChoiceProps = { firstRow: FirstRow; onChange: (firstRow: FirstRow) => void };

const isFirstRow = (value: string): value is FirstRow => value === "names" || value === "values";

/** Whether the first row of a CSV names the columns. */
export function FirstRowChoice({ firstRow, onChange }: FirstRowChoiceProps) {
  return (
    <select
      aria-label="First row of the file"
      value={firstRow}
      onChange={({ target: { value } }) => {
        if (isFirstRow(value)) onChange(value);
      }}
      className="max-w-full rounded border border-line-strong bg-surface px-1.5 py-1"
    >
      <option value="names">names the columns</option>
      <option value="values">is a row of values</option>
    </select>
  );
}
