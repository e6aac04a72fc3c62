import { metricValues, type Dataset, type Issue, type Metric } from "../dataset";
import { isAccuracy, isQuality, isTime, needsUnit } from "./metricKinds";

/** What is odd about measured values and easily overlooked; it changes nothing, the user is told. */
export function metricQuirks(dataset: Pick<Dataset, "metrics" | "architectures">): Issue[] {
  const { metrics } = dataset;
  const ofValues = metrics.flatMap((metric, index) =>
    valueQuirks(metric, metricValues(dataset, index)).map((message) => ({
      row: 0,
      field: metric.label,
      message,
    })),
  );
  return [...ofValues, ...unitQuirks(metrics).map((message) => ({ row: 0, field: "", message }))];
}

const FEWEST = 20;

function valueQuirks(metric: Metric, values: readonly number[]): string[] {
  if (values.length < FEWEST) return extremeTime(metric, values);
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const distinct = [...counts.keys()].sort((a, b) => a - b);
  if (distinct.length < 2) return [];
  return [
    ...fractions(metric, distinct),
    ...chance(metric, counts, values.length),
    ...standIn(counts, distinct),
    ...wholeTimes(metric, distinct),
    ...extremeTime(metric, values),
  ];
}

const lowest = (ascending: readonly number[]): number => ascending[0] ?? 0;
const highest = (ascending: readonly number[]): number => ascending.at(-1) ?? 0;

const fractions = (metric: Metric, distinct: readonly number[]): string[] =>
  metric.unit === null && isAccuracy(metric) && lowest(distinct) >= 0 && highest(distinct) <= 1
    ? ["lies between 0 and 1: fractions, not percent."]
    : [];

const FEWEST_GUESSING = 5;

/** Networks that learned nothing are right in exactly one of k cases; they pull every mean and every fit. */
function chance(metric: Metric, counts: ReadonlyMap<number, number>, numValues: number): string[] {
  if (!isAccuracy(metric)) return [];
  const [value, count] = [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  const whole = [...counts.keys()].some((other) => other > 1) ? 100 : 1;
  const classes = whole / value;
  const isChance = value > 0 && classes >= 2 && Math.abs(classes - Math.round(classes)) < 1e-3 * classes;
  let numBelow = 0;
  for (const [other, times] of counts) if (other < value) numBelow += times;
  return isChance && count >= FEWEST_GUESSING && numBelow < 0.1 * numValues
    ? [
        `is exactly ${value} in ${grouped(count)} rows, as if these networks guessed among ${Math.round(classes)} classes.`,
      ]
    : [];
}

const FAR = 1000;

/** A number far from all others that comes more than once, such as -100000000. */
function standIn(counts: ReadonlyMap<number, number>, distinct: readonly number[]): string[] {
  for (const [value, next] of [
    [lowest(distinct), distinct[1] ?? 0],
    [highest(distinct), distinct.at(-2) ?? 0],
  ] as const) {
    const count = counts.get(value) ?? 0;
    const others = distinct.filter((other) => other !== value);
    const size = Math.max(Math.abs(lowest(others)), Math.abs(highest(others)), Math.abs(next));
    if (count > 1 && Math.abs(value) > FAR * size && size > 0)
      return [
        `is ${value} in ${grouped(count)} rows, far from all others: it may stand for a measurement that failed.`,
      ];
  }
  return [];
}

const MOST_WHOLE = 500;

const wholeTimes = (metric: Metric, distinct: readonly number[]): string[] =>
  isTime(metric) && distinct.length <= MOST_WHOLE && distinct.every(Number.isInteger)
    ? [
        `holds whole numbers only${metric.unit === null ? "" : ` (${metric.unit})`}: smaller differences cannot be told apart.`,
      ]
    : [];

const LONGEST_MS = 1e8;

/** A day in milliseconds is no latency; such numbers are mostly operations or parameters in the wrong column. */
function extremeTime(metric: Metric, values: readonly number[]): string[] {
  if (!isTime(metric) || metric.unit !== "ms" || values.length === 0) return [];
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  return middle > LONGEST_MS
    ? [`holds values such as ${grouped(middle)} ms, more than a day: are columns shifted?`]
    : [];
}

const MOST_NAMED = 6;

function unitQuirks(metrics: readonly Metric[]): string[] {
  const times = metrics.filter((metric) => isTime(metric) && metric.unit !== null);
  const units = [...new Set(times.map(({ unit }) => unit))];
  const unnamed = metrics
    .filter((metric) => metric.unit === null && needsUnit(metric))
    .map(({ label }) => label);
  return [
    ...(units.length > 1
      ? [
          `Times are in different units: ${units.map((unit) => `${unit} (${named(times.filter((time) => time.unit === unit).map(({ label }) => label))})`).join("; ")}. They are kept as they are.`,
        ]
      : []),
    ...(unnamed.length > 0 ? [`No unit is named for ${named(unnamed)}.`] : []),
    ...(metrics.length > 0 && metrics.every((metric) => metric.goal === "min" && !isQuality(metric))
      ? ["No metric says how good the networks are, only what they cost."]
      : []),
  ];
}

const named = (labels: readonly string[]): string =>
  labels.slice(0, MOST_NAMED).join(", ") +
  (labels.length > MOST_NAMED ? ` and ${labels.length - MOST_NAMED} more` : "");

const grouped = (value: number): string => value.toLocaleString("en-US");
