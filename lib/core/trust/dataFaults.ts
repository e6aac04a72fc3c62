/**
 * Faults of a dataset that would mislead whoever reads importances: nothing is wrong with a single row, so no import
 * refuses them. Each is one sentence for people.
 */
import { architectureKey, type EvaluatedArchitecture } from "../architecture";
import type { Metric } from "../dataset";
import type { SearchSpace } from "../searchSpace";
import { srcc } from "../stats";
import type { Target } from "../target";
import { constantFeatures, tiedFeatures } from "./featureFaults";

export type DataFault = {
  readonly kind: "constant" | "together" | "dominated" | "few-values" | "duplicates" | "few-rows";
  /** What is the case. */
  readonly text: string;
  /** What it means for importances, and what mends it. */
  readonly meaning: string;
};

export type MeasuredData = {
  readonly space: SearchSpace;
  readonly metrics: readonly Metric[];
  readonly architectures: readonly EvaluatedArchitecture[];
  /** shape [architectures]; NaN where a row has no target */
  readonly targets: Float64Array;
  /** The target as parsed; null where the dataset does not measure it. */
  readonly target: Target | null;
};

/** One metric that orders rows so nearly like the whole expression is what importances speak of. */
const DOMINATING_SRCC = 0.98;
/** More rows with one and the same target than this are worth naming. */
const MOST_TIED_SHARE = 0.2;
/** Pairs of rows with the same target have no order to learn; twenty values in equal numbers tie so many of them. */
const MOST_TIED_PAIRS = 0.05;
const LEAST_ROWS = 50;

/** Faults of the rows that a predictor learns from, the most misleading first. */
export function dataFaults({ space, metrics, architectures, targets, target }: MeasuredData): DataFault[] {
  const rows = [...architectures.keys()].filter((row) => Number.isFinite(targets[row] ?? NaN));
  if (rows.length === 0) return [];
  const measured = rows.flatMap((row) => architectures[row] ?? []);
  const values = rows.map((row) => targets[row] ?? NaN);
  return [
    ...(target ? dominatedTarget(target, metrics, measured, values) : []),
    ...fewValues(values),
    ...tiedFeatures(space, measured),
    ...constantFeatures(space, measured),
    ...duplicates(measured),
    ...fewRows(rows.length),
  ];
}

function dominatedTarget(
  target: Target,
  metrics: readonly Metric[],
  rows: readonly EvaluatedArchitecture[],
  values: readonly number[],
): DataFault[] {
  if (target.metricIndexes.length < 2) return [];
  const strongest = target.metricIndexes
    .map((index) => ({
      index,
      srcc: srcc(
        values,
        rows.map(({ metrics: row }) => row[index] ?? NaN),
      ),
    }))
    .filter((one) => Number.isFinite(one.srcc))
    .sort((a, b) => Math.abs(b.srcc) - Math.abs(a.srcc))[0];
  if (strongest === undefined || Math.abs(strongest.srcc) < DOMINATING_SRCC) return [];
  const label = metrics[strongest.index]?.label ?? "";
  const others = target.metricIndexes.flatMap((index) =>
    index === strongest.index ? [] : (metrics[index]?.label ?? []),
  );
  return [
    {
      kind: "dominated",
      text: `${label} alone orders the rows almost as ${target.text} does (SRCC ${strongest.srcc.toFixed(2)}).`,
      meaning: `Importances are those of ${label}; ${others.join(" and ")} hardly ${others.length === 1 ? "counts" : "count"}. Give it more weight in the expression, or divide every metric by its spread first.`,
    },
  ];
}

function fewValues(values: readonly number[]): DataFault[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [NaN, 0]);
  const share = most[1] / values.length;
  const isTied = values.length > 1 && share > MOST_TIED_SHARE;
  const numTiedPairs = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  const numPairs = values.length * (values.length - 1);
  if (!isTied && numTiedPairs <= MOST_TIED_PAIRS * numPairs) return [];
  const text =
    counts.size === 1
      ? `All ${values.length} rows have the same target, ${most[0]}.`
      : `The target takes only ${counts.size} distinct values in ${values.length} rows${isTied ? `; ${most[1]} rows have ${most[0]}` : ""}.`;
  return [
    {
      kind: "few-values",
      text,
      meaning:
        "Rows with the same target have no order to learn, and rank correlations count them as ties. A target with more digits, if the file had any, says more.",
    },
  ];
}

function duplicates(rows: readonly EvaluatedArchitecture[]): DataFault[] {
  const seen = new Set<string>();
  let numRepeated = 0;
  for (const row of rows) {
    const key = architectureKey(row);
    if (seen.has(key)) numRepeated++;
    else seen.add(key);
  }
  if (numRepeated === 0) return [];
  const repeat = numRepeated === 1 ? "repeats" : "repeat";
  return [
    {
      kind: "duplicates",
      text: `${numRepeated} of ${rows.length} measured rows ${repeat} the architecture of an earlier row.`,
      meaning:
        "Copies are trained on or held out together unless the settings say otherwise, but there are fewer different architectures to learn from than rows. Import again with copies merged to have one row of each.",
    },
  ];
}

function fewRows(count: number): DataFault[] {
  if (count >= LEAST_ROWS) return [];
  return [
    {
      kind: "few-rows",
      text: `Only ${count} ${count === 1 ? "row has" : "rows have"} the target.`,
      meaning: `Held-out figures rest on a handful of rows and may be luck; ${LEAST_ROWS} measured rows are a beginning.`,
    },
  ];
}
