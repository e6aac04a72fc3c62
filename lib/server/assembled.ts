import type { AssembledArchitecture, AssembledEdits, AssembledRequest } from "../api/contracts";
import type { Architecture } from "../core/architecture";
import type { Interval } from "../predictor/predictor";
import { database, inTransaction } from "./database";
import type { AssembledArchitecture as AssembledRow, BrowserLatency as LatencyRow } from "./generated/client";
import { newId } from "./ids";
import { readColumn, readOptionalColumn } from "./json";
import { latencyColumns, latencyOf } from "./latencies";

const withLatencies = { latencies: { orderBy: { backend: "asc" } } } as const;

/** Stores an architecture clicked together under its name, with what was measured of it so far. */
export async function storeAssembled(
  datasetId: string,
  { name, predictorId, architecture, predicted, latencies = [] }: AssembledRequest,
): Promise<AssembledArchitecture> {
  const row = await (
    await database()
  ).assembledArchitecture.create({
    data: {
      id: newId(),
      datasetId,
      predictorId,
      name,
      createdAt: new Date(),
      architecture: JSON.stringify(architecture),
      predicted: predicted && JSON.stringify(predicted),
      latencies: { create: latencies.map(latencyColumns) },
    },
    include: withLatencies,
  });
  return assembledOf(row);
}

/** Assembled architectures of a dataset, newest first. */
export async function listAssembled(datasetId: string): Promise<AssembledArchitecture[]> {
  const rows = await (
    await database()
  ).assembledArchitecture.findMany({
    where: { datasetId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    include: withLatencies,
  });
  return rows.map(assembledOf);
}

/** Notes what was measured, all of it or nothing. @returns null where there is no such architecture */
export const editAssembled = (
  datasetId: string,
  id: string,
  { latencies }: AssembledEdits,
): Promise<AssembledArchitecture | null> =>
  inTransaction(async (queries) => {
    if ((await queries.assembledArchitecture.count({ where: { id, datasetId } })) === 0) return null;
    for (const latency of latencies) {
      const columns = latencyColumns(latency);
      await queries.browserLatency.upsert({
        where: { assembledId_backend: { assembledId: id, backend: latency.backend } },
        create: { assembledId: id, ...columns },
        update: columns,
      });
    }
    const row = await queries.assembledArchitecture.findUnique({ where: { id }, include: withLatencies });
    return row && assembledOf(row);
  });

/** @returns false where there was none */
export async function deleteAssembled(datasetId: string, id: string): Promise<boolean> {
  const { count } = await (await database()).assembledArchitecture.deleteMany({ where: { id, datasetId } });
  return count > 0;
}

const assembledOf = (row: AssembledRow & { latencies: LatencyRow[] }): AssembledArchitecture => ({
  id: row.id,
  name: row.name,
  createdAt: row.createdAt.toISOString(),
  predictorId: row.predictorId,
  architecture: readColumn<Architecture>(row.architecture),
  predicted: readOptionalColumn<Interval>(row.predicted),
  latencies: row.latencies.map(latencyOf),
});
