import type { Issue } from "../dataset";

/** Which rows show a quirk, gathered while they are read, so that a long file is walked once. */
export class RowCounts {
  private readonly rows = new Map<string, Set<number>>();

  add(quirk: string, row: number): void {
    const rows = this.rows.get(quirk) ?? new Set<number>();
    this.rows.set(quirk, rows.add(row));
  }

  /** A note on the whole file for a quirk that some row shows; none where no row does. */
  note(quirk: string, field: string, message: (numRows: string) => string): Issue[] {
    const count = this.rows.get(quirk)?.size ?? 0;
    if (count === 0) return [];
    return [
      { row: 0, field, message: message(`${count.toLocaleString("en-US")} ${count === 1 ? "row" : "rows"}`) },
    ];
  }
}
