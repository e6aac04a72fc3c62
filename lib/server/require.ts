import type { DatasetDetail } from "../api/contracts";
import { notFound } from "../api/errors";
import { findDataset } from "./datasets";

/** @throws ApiError not_found */
export async function requireDataset(id: string): Promise<DatasetDetail> {
  const dataset = await findDataset(id);
  if (dataset === null) throw notFound("dataset");
  return dataset;
}
