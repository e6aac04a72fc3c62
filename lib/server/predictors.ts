import type { PredictorSummary } from "../api/contracts";
import type { FitSettings, PredictorFile, PredictorMetrics } from "../predictor/predictor";
import { database } from "./database";
import { newId } from "./ids";
import { readColumn } from "./json";

const summaryColumns = {
  id: true,
  name: true,
  kind: true,
  target: true,
  createdAt: true,
  seed: true,
  backend: true,
  settings: true,
  metrics: true,
} as const;

type SummaryRow = Omit<PredictorSummary, "createdAt" | "settings" | "metrics"> & {
  createdAt: Date;
  settings: string;
  metrics: string;
};

/** Stores a trained predictor with the dataset it was trained on. */
export async function storePredictor(
  datasetId: string,
  { name, file }: { name: string; file: PredictorFile },
): Promise<PredictorSummary> {
  const row = await (
    await database()
  ).predictor.create({
    data: {
      id: newId(),
      datasetId,
      name,
      createdAt: new Date(),
      kind: file.kind,
      target: file.target,
      seed: file.seed,
      backend: file.backend,
      settings: JSON.stringify(file.settings),
      metrics: JSON.stringify(file.metrics),
      file: JSON.stringify(file),
    },
    select: summaryColumns,
  });
  return summaryOf(row);
}

/** Predictors of a dataset, newest first. */
export async function listPredictors(datasetId: string): Promise<PredictorSummary[]> {
  const rows = await (
    await database()
  ).predictor.findMany({
    where: { datasetId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: summaryColumns,
  });
  return rows.map(summaryOf);
}

/** The predictor's file as JSON text, ready to be sent; null where there is none. */
export async function predictorFileText(datasetId: string, id: string): Promise<string | null> {
  const row = await (
    await database()
  ).predictor.findFirst({ where: { id, datasetId }, select: { file: true } });
  return row?.file ?? null;
}

/** @returns false where there was none */
export async function deletePredictor(datasetId: string, id: string): Promise<boolean> {
  const { count } = await (await database()).predictor.deleteMany({ where: { id, datasetId } });
  return count > 0;
}

const summaryOf = (row: SummaryRow): PredictorSummary => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  settings: readColumn<FitSettings>(row.settings),
  metrics: readColumn<PredictorMetrics>(row.metrics),
});

/** Whether the dataset has this predictor. */
export async function hasPredictor(datasetId: string, id: string): Promise<boolean> {
  return (await (await database()).predictor.count({ where: { id, datasetId } })) > 0;
}
