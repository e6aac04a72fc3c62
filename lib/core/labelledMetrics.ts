import type { Architecture, EvaluatedArchitecture } from "./architecture";
import type { Metric } from "./dataset";

/**
 * All metrics of the rows a predictor was fitted to, so that its file alone can answer questions about another metric
 * (`build` with a constraint). It rests on the fitted rows only: no other row's measurement is in it.
 */
export type LabelledMetrics = {
  readonly metrics: readonly Metric[];
  /** shape [labelled architectures][metrics], in the order of `labelled.architectures`; null where not measured */
  readonly values: readonly (readonly (number | null)[])[];
};

type Labelled = { readonly labelled: { readonly architectures: readonly Pick<Architecture, "id">[] } };

/** The predictor's file with the metrics of its labelled rows. */
export function withMetrics<File extends Labelled>(
  file: File,
  metrics: readonly Metric[],
  rows: readonly EvaluatedArchitecture[],
): File & { readonly labelledMetrics: LabelledMetrics } {
  const byId = new Map(rows.map((row) => [row.id, row.metrics]));
  const values = file.labelled.architectures.map(({ id }) => byId.get(id) ?? metrics.map(() => null));
  return { ...file, labelledMetrics: { metrics, values } };
}

/** The metrics a file carries; null for files written without. */
export function metricsOf(file: object): LabelledMetrics | null {
  const found = (file as { labelledMetrics?: LabelledMetrics }).labelledMetrics;
  return found && Array.isArray(found.metrics) && Array.isArray(found.values) ? found : null;
}
