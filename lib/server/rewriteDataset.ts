import type { DatasetDetail } from "../api/contracts";
import type { Dataset, ImportReport, RejectedRow } from "../core/dataset";
import { heldRow } from "../core/formats/heldRow";
import { insertArchitectures, type PlacedRow } from "./architectures";
import type { Queries } from "./database";
import type { ImportRun } from "./imports";
import { insertRejectedRows } from "./rejectedRows";
import { boundedReport } from "./report";

/** A stored dataset after a change of its rows. */
export type Rewritten = {
  readonly dataset: Pick<Dataset, "space" | "metrics">;
  readonly rows: readonly PlacedRow[];
  readonly rejected: readonly RejectedRow[];
  readonly report: ImportReport;
};

/** Replaces all rows and rejected rows of a dataset, in a transaction of the caller's. */
export async function rewriteDataset(
  queries: Queries,
  id: string,
  { dataset, rows, rejected, report }: Rewritten,
  run?: ImportRun,
): Promise<void> {
  await queries.dataset.update({
    where: { id },
    data: {
      space: JSON.stringify(dataset.space),
      metrics: JSON.stringify(dataset.metrics),
      report: JSON.stringify(boundedReport(report)),
      numArchitectures: rows.length,
      numRejected: rejected.length,
    },
  });
  await queries.architecture.deleteMany({ where: { datasetId: id } });
  await queries.rejectedRow.deleteMany({ where: { datasetId: id } });
  await insertArchitectures(queries, id, rows, async (share) => run?.step({ phase: "storing", share }));
  await insertRejectedRows(queries, id, rejected);
}

/** The dataset as the core knows it, with these rows. */
export const datasetOf = (
  { name, format, space, metrics }: Pick<DatasetDetail, "name" | "format" | "space" | "metrics">,
  rows: readonly PlacedRow[],
): Dataset => ({ name, format, space, metrics, architectures: rows.map(({ architecture }) => architecture) });

/** The first place behind all rows, those that a space refuses for now among them. */
export function placeBehind(rows: readonly PlacedRow[], rejected: readonly RejectedRow[]): number {
  let next = (rows.at(-1)?.position ?? -1) + 1;
  for (const row of rejected) next = Math.max(next, (heldRow(row)?.position ?? -1) + 1);
  return next;
}
