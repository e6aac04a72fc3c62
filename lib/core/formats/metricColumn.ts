import type { Metric } from "../dataset";

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
  [/(?:^|_)per_(?:s|sec|second)(?:_|$)/i, "1/s"],
  [/(?:^|_)ms(?:_|$)/i, "ms"],
  [/(?:^|_)(?:s|sec|seconds)$/i, "s"],
  [/(?:^|_)(?:lat|latency|time|duration)_(?:s|sec|seconds)_/i, "s"],
  [/(?:^|_)mb(?:_|$)/i, "MB"],
  [/(?:^|_)kwh(?:_|$)/i, "kWh"],
  [/(?:^|_)wh(?:_|$)/i, "Wh"],
  [/macs|flops/i, "MACs"],
];

/** The unit a label names: in brackets, or as a word (`latency_cpu_ms`). */
export function metricUnit(label: string): string | null {
  const bracket = /\(([^)]{1,20})\)/.exec(label)?.[1];
  if (bracket !== undefined) return bracket;
  const found = UNIT_WORDS.find(([word]) => word.test(label.replaceAll(/[ .-]/g, "_")));
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
