import Link from "next/link";
import { FileNotes } from "@/components/import/FileNotes";
import { groupNotes } from "@/components/import/problems";
import { buttonClass } from "@/components/ui/Button";
import { Note } from "@/components/ui/Note";
import { exportUrl, rejectedRowsUrl } from "@/lib/api/client";
import type { DatasetDetail } from "@/lib/api/contracts";
import { formatCount, formatInteger } from "@/lib/figures/format";

/** What the dataset holds in one sentence, what must be known of it, and ways to take it along. */
export function DataSummary({ dataset }: { dataset: DatasetDetail }) {
  const { id, sample, report, numRejected } = dataset;
  const notes = report.issues.filter(({ row }) => row === 0);
  return (
    <section aria-label="Summary" className="space-y-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h1 className="min-w-0 flex-1 basis-96 text-base">{summarySentence(dataset)}</h1>
        <div className="flex flex-wrap gap-2">
          <Link className={buttonClass()} href={`/datasets/${id}/join`}>
            Add rows or metrics
          </Link>
          <Link className={buttonClass()} href={`/datasets/${id}/edit`}>
            Edit space and metrics
          </Link>
          <a className={buttonClass()} href={exportUrl(id, "json")} download>
            Export JSON
          </a>
          <a className={buttonClass()} href={exportUrl(id, "csv")} download>
            Export CSV
          </a>
          {numRejected > 0 && (
            <a className={buttonClass()} href={rejectedRowsUrl(id)} download>
              Rejected rows (CSV)
            </a>
          )}
        </div>
      </div>
      {sample !== null && (
        <Note tone="warn" title="Limits of this sample">
          {sample.limits}{" "}
          <a href={sample.cardUrl} className="text-accent underline">
            Data card
          </a>
        </Note>
      )}
      {notes.length > 0 && (
        <details className="rounded border border-line bg-surface px-3 py-2">
          <summary className="cursor-pointer">
            {formatCount(groupNotes(notes).length, "thing")} worth knowing about the file {dataset.fileName}
          </summary>
          <FileNotes notes={notes} className="mt-1" />
        </details>
      )}
    </section>
  );
}

/** `2,000 architectures of 4 units, 2 features, 4 metrics; 3 failed; 0 rejected; measured more than once: 0` */
export function summarySentence({ report }: Pick<DatasetDetail, "report">): string {
  const { accepted, rejected, merged, failed, duplicates, units, features, metrics } = report;
  const parts = [
    `${formatCount(accepted, "architecture")} of ${formatCount(units.length, "unit")}`,
    // Where a node stands is told by the units.
    formatCount(features.filter(({ kind }) => kind !== "positional").length, "feature"),
    formatCount(metrics.length, "metric"),
  ];
  // The account of all rows: what was read is what is stored, merged and rejected.
  const rows = [
    ...(failed > 0 ? [formatCount(failed, "failed", "failed")] : []),
    ...(merged > 0 ? [formatCount(merged, "row merged", "rows merged")] : []),
    formatCount(rejected, "rejected", "rejected"),
    `measured more than once: ${formatInteger(duplicates)}`,
  ];
  return [parts.join(", "), ...rows].join("; ");
}
