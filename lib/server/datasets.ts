import type { DatasetDetail, DatasetSummary } from "../api/contracts";
import type { Dataset, ImportReport, Metric, RejectedRow } from "../core/dataset";
import type { SearchSpace } from "../core/searchSpace";
import { insertArchitectures, placedRows } from "./architectures";
import { database, inTransaction, type Queries } from "./database";
import type { Prisma } from "./generated/client";
import { newId } from "./ids";
import { readColumn, readOptionalColumn } from "./json";
import type { ImportRun } from "./imports";
import { boundedReport } from "./report";
import { insertRejectedRows } from "./rejectedRows";

/** An import that is to be stored. */
export type NewDataset = {
  readonly dataset: Dataset;
  readonly rejected: readonly RejectedRow[];
  readonly report: ImportReport;
  readonly fileName: string;
  /** sha256 of the file, hexadecimal */
  readonly hash: string;
  readonly sample: DatasetSummary["sample"];
};

const withPredictorCount = { include: { _count: { select: { predictors: true } } } } as const;
type DatasetRow = Prisma.DatasetGetPayload<typeof withPredictorCount>;

/**
 * Stores the dataset, its rows and its rejected rows in one transaction.
 * @param run hears how far it is, and may cancel it
 * @returns the new id
 */
export const storeDataset = (imported: NewDataset, run?: ImportRun): Promise<string> =>
  inTransaction((queries) => insertDataset(queries, imported, run));

/** The same inside a transaction of the caller's. */
export async function insertDataset(
  queries: Queries,
  imported: NewDataset,
  run?: ImportRun,
): Promise<string> {
  const { dataset, rejected, report, fileName, hash, sample } = imported;
  const id = newId();
  await queries.dataset.create({
    data: {
      id,
      name: dataset.name,
      createdAt: new Date(),
      structure: dataset.space.structure,
      format: dataset.format,
      fileName,
      hash,
      numArchitectures: dataset.architectures.length,
      numRejected: rejected.length,
      space: JSON.stringify(dataset.space),
      metrics: JSON.stringify(dataset.metrics),
      report: JSON.stringify(boundedReport(report)),
      sample: sample && JSON.stringify(sample),
    },
  });
  const rows = dataset.architectures.map((architecture, position) => ({ position, architecture }));
  await insertArchitectures(queries, id, rows, async (share) => run?.step({ phase: "storing", share }));
  await insertRejectedRows(queries, id, rejected);
  return id;
}

/** What reports did not say before imports followed a plan. */
const BEFORE_PLANS = { candidates: [], columns: [], merged: 0, failed: 0, noise: [] };

/** All datasets, newest first. */
export async function listDatasets(): Promise<DatasetSummary[]> {
  const rows = await (
    await database()
  ).dataset.findMany({
    ...withPredictorCount,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map(summaryOf);
}

/** One dataset with its space, metrics and report; null where there is none. */
export async function findDataset(id: string): Promise<DatasetDetail | null> {
  const row = await (await database()).dataset.findUnique({ ...withPredictorCount, where: { id } });
  if (row === null) return null;
  return {
    ...summaryOf(row),
    hash: row.hash,
    fileName: row.fileName,
    space: readColumn<SearchSpace>(row.space),
    metrics: readColumn<Metric[]>(row.metrics),
    report: { ...BEFORE_PLANS, ...readColumn<ImportReport>(row.report) },
  };
}

/** The whole dataset as the importer made it, for exports. */
export async function readDataset(detail: DatasetDetail): Promise<Dataset> {
  const rows = await placedRows(await database(), detail.id);
  const architectures = rows.map(({ architecture }) => architecture);
  const { name, format, space, metrics } = detail;
  return { name, format, space, metrics, architectures };
}

/** Deletes a dataset with its rows, predictors and assembled architectures. @returns false where there was none */
export async function deleteDataset(id: string): Promise<boolean> {
  const { count } = await (await database()).dataset.deleteMany({ where: { id } });
  return count > 0;
}

function summaryOf(row: DatasetRow): DatasetSummary {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    structure: row.structure as SearchSpace["structure"],
    format: row.format,
    numArchitectures: row.numArchitectures,
    numRejected: row.numRejected,
    numPredictors: row._count.predictors,
    sample: readOptionalColumn<NonNullable<DatasetSummary["sample"]>>(row.sample),
  };
}
