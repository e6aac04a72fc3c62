import { ApiError } from "../api/errors";
import type { DatasetDetail, DatasetEdits } from "../api/contracts";
import type { Metric } from "../core/dataset";
import { renewedReport } from "../core/formats/importReport";
import type { SpaceEdits } from "../core/formats/importPlan";
import { respace } from "../core/formats/respace";
import { placedRows } from "./architectures";
import { inTransaction, type Queries } from "./database";
import { exclusively } from "./exclusive";
import { heldRejectedRows } from "./rejectedRows";
import { requireDataset } from "./require";
import { datasetOf, rewriteDataset } from "./rewriteDataset";

/**
 * Edits a stored dataset, whole or not at all. Rows that an edited space refuses become rejected rows that come back
 * when the space takes them again.
 * @throws ApiError not_found; bad_request (no such metric or feature, or no row would be left); conflict where
 * predictors or assembled architectures are written in the codes of the space
 */
export const editDataset = (id: string, edits: DatasetEdits): Promise<DatasetDetail> =>
  exclusively(id, async () => {
    const detail = await requireDataset(id);
    const metrics = editMetrics(detail.metrics, edits.metrics ?? {});
    const edited: DatasetDetail = {
      ...detail,
      name: edits.name ?? detail.name,
      metrics,
      report: {
        ...detail.report,
        metrics: detail.report.metrics.map((summary, index) => ({ ...summary, ...metrics[index] })),
      },
    };
    await inTransaction(async (queries) => {
      await queries.dataset.update({
        where: { id },
        data: {
          name: edited.name,
          metrics: JSON.stringify(edited.metrics),
          report: JSON.stringify(edited.report),
        },
      });
      if (edits.space !== undefined) await editRows(queries, edited, edits.space);
    });
    return requireDataset(id);
  });

function editMetrics(
  metrics: readonly Metric[],
  edits: NonNullable<DatasetEdits["metrics"]>,
): readonly Metric[] {
  const unknown = Object.keys(edits).find((name) => !metrics.some((metric) => metric.name === name));
  if (unknown !== undefined) {
    const known = metrics.map(({ name }) => name).join(", ");
    throw refused(`metrics.${unknown}`, `is no metric of this dataset; it has ${known || "none"}.`);
  }
  return metrics.map((metric) => ({
    ...metric,
    ...(Object.hasOwn(edits, metric.name) ? edits[metric.name] : {}),
  }));
}

async function editRows(queries: Queries, detail: DatasetDetail, edits: SpaceEdits): Promise<void> {
  await refuseWhereRestedOn(queries, detail.id);
  const rows = await placedRows(queries, detail.id);
  const rejected = await heldRejectedRows(queries, detail.id);
  const outcome = respace(detail, edits, rows, rejected, detail.report.duplicateRule);
  if (!outcome.ok) {
    const [first] = outcome.problems;
    throw refused(`space.${first?.field ?? ""}`, first?.message ?? "cannot be edited so.");
  }
  if (outcome.rows.length === 0)
    throw refused("space", "takes none of the rows. Allow more values or lengths.");
  const before = datasetOf(detail, rows);
  const after = datasetOf({ ...detail, space: outcome.space }, outcome.rows);
  const report = renewedReport(detail.report, before, after, outcome.rejected, outcome.merged);
  await rewriteDataset(queries, detail.id, { ...outcome, dataset: after, report });
}

/** Predictors score modules, and assembled architectures are stored, in codes that an edit would change. */
async function refuseWhereRestedOn(queries: Queries, datasetId: string): Promise<void> {
  const numPredictors = await queries.predictor.count({ where: { datasetId } });
  const numAssembled = await queries.assembledArchitecture.count({ where: { datasetId } });
  if (numPredictors + numAssembled === 0) return;
  const counted = [
    ...(numPredictors > 0 ? [`${numPredictors} trained predictor${numPredictors === 1 ? "" : "s"}`] : []),
    ...(numAssembled > 0 ? [`${numAssembled} assembled architecture${numAssembled === 1 ? "" : "s"}`] : []),
  ].join(" and ");
  throw new ApiError(
    "conflict",
    `The search space cannot be edited: ${counted} rest${numPredictors + numAssembled === 1 ? "s" : ""} on it. Delete ` +
      "what rests on it first, or import the file again as another dataset.",
    { numPredictors, numAssembled },
  );
}

const refused = (field: string, message: string): ApiError =>
  new ApiError("bad_request", `${field}: ${message}`, { issues: [{ field, message }] });
