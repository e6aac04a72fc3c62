/** What of a long report travels and is kept beside the rows. */
import type { ImportReport, RejectedRow } from "../core/dataset";

export const NUM_REJECTED_SHOWN = 1_000;

/** Rejected rows as they are shown: the first ones, without what is kept for the space's sake. */
export const shownRows = (rejected: readonly RejectedRow[]): RejectedRow[] =>
  rejected
    .slice(0, NUM_REJECTED_SHOWN)
    .map(({ row, field, message, text }) => ({ row, field, message, text }));

/** The report with the issues of the first rejected rows only; all of them are stored as rejected rows. */
export function boundedReport(report: ImportReport): ImportReport {
  const ofFile = report.issues.filter(({ row }) => row === 0);
  const ofRows = report.issues.filter(({ row }) => row !== 0);
  return { ...report, issues: [...ofFile, ...ofRows.slice(0, NUM_REJECTED_SHOWN)] };
}
