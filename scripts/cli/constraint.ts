import type { Architecture } from "../../lib/core/architecture";
import { metricsOf } from "../../lib/core/labelledMetrics";
import { PREDICTOR_KINDS } from "../../lib/core/predictorKinds";
import { parseTarget, targetProblem, targetValues } from "../../lib/core/target";
import type { Predictor, PredictorFile } from "../../lib/predictor/predictor";
import { tell, Unusable } from "./command";
import { fit } from "./predictors";

/** `latency_cpu < 20`: an expression over metrics, a comparison, a number. */
export type Constraint = { readonly expression: string; readonly operator: string; readonly bound: number };

const FORM = /^(.+?)\s*(<=|>=|<|>)\s*([-+]?[\d.]+(?:e[-+]?\d+)?)$/i;

/** One constraint or several, joined by `and`. @throws Unusable */
export function parseConstraints(text: string): Constraint[] {
  return text.split(/\s+and\s+/i).map((part) => {
    const [, expression, operator, number] = FORM.exec(part.trim()) ?? [];
    const bound = Number(number);
    if (expression === undefined || operator === undefined || !Number.isFinite(bound))
      throw new Unusable(`--constraint has the form "latency_cpu<20", not "${part}".`);
    return { expression, operator, bound };
  });
}

export function holds({ operator, bound }: Constraint, value: number): boolean {
  switch (operator) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    default:
      return value >= bound;
  }
}

/**
 * A predictor of a constraint's expression. Nobody has measured a built architecture, so the constrained metric is
 * predicted too: by a second predictor fitted to the metrics of the very rows the first was fitted to.
 * @throws Unusable where the file holds no such metric
 */
export async function constraintPredictor(
  file: PredictorFile,
  opened: Predictor,
  { expression }: Constraint,
): Promise<Predictor> {
  if (expression.trim() === file.target) return opened;
  const measured = metricsOf(file);
  if (!measured)
    throw new Unusable(
      `The predictor file holds no measured metrics, so ${expression} cannot be judged; train it again with \`train\`.`,
    );
  const parsed = parseTarget(expression, measured.metrics);
  if (!parsed.ok) throw new Unusable(`--constraint: ${parsed.message}`);
  const rows = file.labelled.architectures.map((architecture: Architecture, index) => ({
    ...architecture,
    row: index + 1,
    metrics: measured.values[index] ?? [],
  }));
  const { values } = targetValues({ architectures: rows }, parsed.target);
  const usable = file.labelled.architectures.filter((_, index) => Number.isFinite(values[index]));
  const targets = values.filter(Number.isFinite);
  const problem = targetProblem(targets);
  if (problem !== null) throw new Unusable(`--constraint: ${problem}`);
  const { space, target, datasetHash, seed } = { ...file, target: parsed.target.text };
  const settings = { ...quickest().defaults, seed };
  const predictor = await fit({ space, architectures: usable, targets, target, datasetHash }, settings);
  tell(
    `${expression} is predicted (held-out SRCC ${predictor.metrics.srcc.toFixed(3)}, MAE ${predictor.metrics.mae})`,
  );
  return predictor;
}

/** The process over modules fits in seconds; without it the first kind serves. */
const quickest = () => PREDICTOR_KINDS.find(({ kind }) => kind === "module-gp") ?? PREDICTOR_KINDS[0];
