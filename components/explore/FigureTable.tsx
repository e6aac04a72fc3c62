"use client";

import { memo, useState } from "react";

/** The numbers of a figure: what is drawn, as rows to read, to hear and to copy. */
export type FigureRows = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** More rows than this make a page that nobody scrolls; the note says how many are left out. */
const MAX_ROWS = 500;

/** The same figure as a table; built only once it is asked for, since most people look at the picture. */
export const FigureTable = memo(function FigureTable({ table }: { table: () => FigureRows }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="mt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-max cursor-pointer text-xs text-muted">As a table</summary>
      {open && <Rows {...table()} />}
    </details>
  );
});

function Rows({ caption, columns, rows }: FigureRows) {
  const shown = rows.slice(0, MAX_ROWS);
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="mt-2 max-h-96 overflow-auto rounded border border-line"
    >
      <table className="w-full text-xs">
        <caption className="px-2 py-1 text-left text-muted">
          {caption}
          {shown.length < rows.length && `, the first ${shown.length} of ${rows.length} rows`}
        </caption>
        <thead className="sticky top-0 bg-surface">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2 py-1 text-left font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index} className="border-t border-line">
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row" className="px-2 py-0.5 text-left font-normal">
                    {cell}
                  </th>
                ) : (
                  <td key={column} className="px-2 py-0.5">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
