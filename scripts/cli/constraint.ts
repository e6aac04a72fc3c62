import { metricsOf } from "../../lib/core/labelledMetrics";
import { PREDICTOR_KINDS } from "../../lib/core/predictorKinds";
import { parseTarget, targetProblem, targetValues } from "../../lib/core/target";
import type { Predictor, PredictorFile } from "../../lib/predictor/predictor";
import { tell, Unusable } from "./command";
import { fit } from "./predictors";

/** `latency_cpu < 20`: an expression over metrics that must stay below, or above, a number. */
export type Constraint = {
  readonly expression: string;
  readonly below: boolean;
  readonly inclusive: boolean;
  readonly bound: number;
};

/** A constraint with what predicts its expression. */
export type Limit = { readonly constraint: Constraint; readonly predictor: Predictor };

const FORM = /^(.+?)\s*(<=|>=|<|>)\s*([-+]?[\d.]+(?:e[-+]?\d+)?)$/i;

/** One constraint or several, joined by `and`. @throws Unusable */
export function parseConstraints(text: string): Constraint[] {
  return text.split(/\s+and\s+/i).map((part) => {
    const [, expression, operator = "", number] = FORM.exec(part.trim()) ?? [];
    const bound = Number(number);
    if (expression === undefined || !Number.isFinite(bound))
      throw new Unusable(`--constraint has the form "latency_cpu<20", not "${part}".`);
    return { expression, below: operator.startsWith("<"), inclusive: operator.endsWith("="), bound };
  });
}

/** Whether a predicted value meets the constraint. */
export function meets({ below, inclusive, bound }: Constraint, value: number): boolean {
  if (value === bound) return inclusive;
  return below ? value < bound : value > bound;
}

/**
 * A constraint with a predictor of its expression. Nobody has measured a built architecture, so the constrained metric
 * is predicted too: by a second predictor fitted to the metrics of the very rows the first was fitted to.
 * @throws Unusable where the file holds no such metric
 */
export async function limitOf(
  file: PredictorFile,
  opened: Predictor,
  constraint: Constraint,
): Promise<Limit> {
  const { expression } = constraint;
  if (expression === file.target) return { constraint, predictor: opened };
  const { target, architectures, targets } = measurementsOf(file, expression);
  const { space, datasetHash, seed } = file;
  const settings = { ...quickest().defaults, seed };
  const predictor = await fit({ space, architectures, targets, target, datasetHash }, settings);
  const { srcc, mae } = predictor.metrics;
  if (srcc !== null && mae !== null)
    tell(
      `${expression} is predicted: held-out SRCC ${srcc.toFixed(3)}, off by ${mae.toPrecision(3)} on average`,
    );
  return { constraint, predictor };
}

/** The labelled rows in which the expression was measured, with its values. */
function measurementsOf(file: PredictorFile, expression: string) {
  const measured = metricsOf(file);
  if (!measured)
    throw new Unusable(
      `The predictor file holds no measured metrics, so ${expression} cannot be judged; train it again with \`train\`.`,
    );
  const parsed = parseTarget(expression, measured.metrics);
  if (!parsed.ok) throw new Unusable(`--constraint: ${parsed.message}`);
  const rows = file.labelled.architectures.map((architecture, index) => ({
    ...architecture,
    row: index + 1,
    metrics: measured.values[index] ?? [],
  }));
  const { values } = targetValues({ architectures: rows }, parsed.target);
  const targets = values.filter(Number.isFinite);
  const problem = targetProblem(targets);
  if (problem !== null) throw new Unusable(`--constraint: ${problem}`);
  const architectures = file.labelled.architectures.filter((_, index) => Number.isFinite(values[index]));
  return { target: parsed.target.text, architectures, targets };
}

/** The process over modules fits in seconds; without it the first kind serves. */
const quickest = () => PREDICTOR_KINDS.find(({ kind }) => kind === "module-gp") ?? PREDICTOR_KINDS[0];
