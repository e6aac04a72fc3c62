import type { AssembledArchitecture, AssembledRequest } from "../api/contracts";
import type { Architecture } from "../core/architecture";
import type { Interval } from "../predictor/predictor";
import { database } from "./database";
import type { AssembledArchitecture as AssembledRow } from "./generated/client";
import { newId } from "./ids";
import { readColumn, readOptionalColumn } from "./json";

/** Stores an architecture clicked together under its name. */
export async function storeAssembled(
  datasetId: string,
  { name, predictorId, architecture, predicted }: AssembledRequest,
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
    },
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
  });
  return rows.map(assembledOf);
}

/** @returns false where there was none */
export async function deleteAssembled(datasetId: string, id: string): Promise<boolean> {
  const { count } = await (await database()).assembledArchitecture.deleteMany({ where: { id, datasetId } });
  return count > 0;
}

const assembledOf = (row: AssembledRow): AssembledArchitecture => ({
  id: row.id,
  name: row.name,
  createdAt: row.createdAt.toISOString(),
  predictorId: row.predictorId,
  architecture: readColumn<Architecture>(row.architecture),
  predicted: readOptionalColumn<Interval>(row.predicted),
});
