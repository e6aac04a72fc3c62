import type { Metric } from "../dataset";

const MISSING = new Set([
  "",
  "nan",
  "null",
  "none",
  "n/a",
  "na",
  "inf",
  "-inf",
  "infinity",
  "-infinity",
  "#div/0!",
  "-",
]);
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const GROUPED_NUMBER = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** A metric's cell: a finite number, null where nothing was measured, or "text" where it is neither. */
export function metricValue(cell: unknown): number | null | "text" {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string") return "text";
  const text = cell.trim();
  if (MISSING.has(text.toLowerCase())) return null;
  const plain = text.endsWith("%") ? text.slice(0, -1).trim() : text;
  if (!NUMBER.test(plain) && !GROUPED_NUMBER.test(plain)) return "text";
  const value = Number(plain.replaceAll(",", ""));
  return Number.isFinite(value) ? value : "text";
}

/** `Top-1 Acc (%)` -> `top_1_acc`: an identifier for expressions. */
export function metricName(label: string, taken: ReadonlySet<string>): string {
  const base =
    label
      .replace(/\([^)]*\)/g, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "") || "metric";
  const name = /^\d/.test(base) ? `m_${base}` : base;
  for (let suffix = 1; ; suffix++) {
    const candidate = suffix === 1 ? name : `${name}_${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}

const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|_)ms(?:_|$)/i, "ms"],
  [/(?:^|_)(?:s|sec|seconds)$/i, "s"],
  [/(?:^|_)mb(?:_|$)/i, "MB"],
  [/(?:^|_)kwh(?:_|$)/i, "kWh"],
  [/(?:^|_)wh(?:_|$)/i, "Wh"],
  [/macs|flops/i, "MACs"],
];

/** The unit a label names: in brackets, or as a word (`latency_cpu_ms`). */
export function metricUnit(label: string): string | null {
  const bracket = /\(([^)]{1,20})\)/.exec(label)?.[1];
  if (bracket !== undefined) return bracket;
  const found = UNIT_WORDS.find(([word]) => word.test(label.replaceAll(/[ -]/g, "_")));
  if (found?.[1] === "MACs" && /flops/i.test(label)) return "FLOPs";
  return found?.[1] ?? null;
}

const MORE_IS_BETTER =
  /acc|top.?[15]\b|bleu|f1|map\b|miou|auc|psnr|throughput|samples_per_sec|_perf$|score|reward/i;
const LESS_IS_BETTER = /lat|param|flop|mac|loss|err|perplex|ppl|energy|mem|time|size|cost|co2|power/i;

/** Whether more or less is better, guessed from the label. */
export function metricGoal(label: string): Metric["goal"] {
  if (MORE_IS_BETTER.test(label)) return "max";
  return LESS_IS_BETTER.test(label) ? "min" : null;
}
