import { predictorKind } from "@/lib/core/predictorKinds";
import { formatInteger } from "@/lib/figures/format";
import { formatSrcc } from "@/lib/figures/trust";
import type { PredictorFile } from "@/lib/predictor/predictor";

/** Says which parts of the rows a predictor has no plot of, and why. */
export function FitNotes({ file }: { file: PredictorFile }) {
  const { baselines = [], numTrain } = file.metrics;
  const validation = validationWords(file);
  return (
    <ul aria-label="What is not drawn" className="mt-2 grid max-w-3xl gap-1 text-xs text-muted">
      {validation && <li>{validation}</li>}
      {baselines.length > 0 && (
        <li>
          Simple models on the same split (
          {baselines.map(({ name, srcc }) => `${name}, held-out SRCC ${formatSrcc(srcc)}`).join("; ")}) are
          fitted once, to {formatInteger(Math.min(...baselines.map((one) => one.numTrain)))} of{" "}
          {formatInteger(numTrain)} training rows, with nothing to choose: they have no validation rows and no
          hops, and only their correlations are kept.
        </li>
      )}
    </ul>
  );
}

/** Why there are no validation rows; null where there are. */
function validationWords({ kind, metrics }: PredictorFile): string | null {
  if (metrics.validation !== undefined) return null;
  if (metrics.numTrain === 0)
    return "Validation rows: a released checkpoint does not say which rows it was trained on.";
  const info = predictorKind(kind);
  if (info === null)
    return "Validation rows: this kind of predictor is not known here, and its file holds none.";
  return info.withoutValidation === null
    ? "Validation rows: this predictor was trained before they were kept; train it again to see them."
    : `Validation rows: there are none. ${info.withoutValidation}`;
}

/** Why nothing is known of single hops. */
export function hopWords({ kind, metrics }: PredictorFile): string {
  const info = predictorKind(kind);
  if (info?.hopsMeasured === "never")
    return "How well each hop ranks is not measured: this kind counts modules and passes no messages from hop to hop, so that one held-out SRCC stands for modules of every size.";
  return metrics.numTest === 0
    ? "How well each hop ranks is not known: no row was held out to measure it on."
    : "How well each hop ranks was not kept in this predictor's file; train it again to see it.";
}
