/** What one cell of a metric's column says. */
export type MetricCell =
  | { readonly kind: "number"; readonly value: number; readonly form: NumberForm }
  /** Nothing was measured, or what was is no finite number: empty, NaN, inf, null, #DIV/0!. */
  | { readonly kind: "missing" }
  /** The evaluation failed, and the cell says how: OOM, timeout. */
  | { readonly kind: "failure"; readonly status: string }
  | { readonly kind: "text" };

const MISSING_CELL: MetricCell = { kind: "missing" };
const TEXT_CELL: MetricCell = { kind: "text" };

/** How a number was written; a spread stands behind the value it belongs to (70.1 ± 0.2). */
export type NumberForm = "plain" | "percent" | "duration" | "spread";

/** As written by Python, C, JSON, R, spreadsheets and people. */
const MISSING = new Set(
  (
    "nan +nan -nan null none nil na n/a #n/a #na #div/0! #value! #ref! #num! #null! #name? inf +inf -inf infinity " +
    "+infinity -infinity 1.#inf -1.#inf 1.#qnan -1.#ind ∞ +∞ -∞ - -- – — ? missing undefined"
  ).split(" "),
).add("");

const FAILURE =
  /^(?:(?:cuda )?out of memory|oom|fail(?:ed|ure)?|error|crash(?:ed)?|time(?:d )?out|diverged|killed|aborted|cancell?ed)\b.{0,60}$/i;

/** The largest double has 309 digits. */
const LONGEST_NUMBER = 400;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const COMMA_NUMBER = /^[-+]?(?:\d+(?:,\d*)?|,\d+)(?:[eE][-+]?\d+)?$/;
/** 1,024  1 024  1'024 (and the blanks and apostrophes of typesetters), with decimals after a point. */
const GROUPED = /^[-+]?\d{1,3}([, \u00a0\u2009\u202f'’_])\d{3}(?:\1\d{3})*(?:\.\d+)?$/;
/** 1.024,5  1 024,5: the same where the comma begins the decimals. */
const COMMA_GROUPED = /^[-+]?\d{1,3}([. \u00a0\u2009\u202f'’_])\d{3}(?:\1\d{3})*(?:,\d+)?$/;
const SEPARATORS = /[ \u00a0\u2009\u202f'’_]/g;
const SPREAD = /^(\S+)\s*(?:±|\+\/-|\+-)\s*[\d.,]+(?:[eE][-+]?\d+)?\s*%?$/;
const UNITS =
  "ns|us|µs|μs|ms|s|sec|secs|seconds|min|h|k|K|M|G|B|T|kB|KB|MB|GB|KiB|MiB|GiB|J|mJ|uJ|µJ|W|mW|Wh|mWh|kWh|" +
  "[kMGT]?(?:FLOPs|FLOPS|MACs|MACS|Flops)|fps|FPS|img/s|px|params";
/** 12.5 ms, 3M: a number with its unit right behind it. */
const SUFFIXED = new RegExp(`^[-+]?(?:\\d[\\d.,]*|[.,]\\d+)(?:[eE][-+]?\\d+)?\\s*(${UNITS})$`);

/** The unit behind a cell's number; null where there is none that is known. */
export const suffixOf = (cell: unknown): string | null =>
  typeof cell === "string" ? (SUFFIXED.exec(cell.trim())?.[1] ?? null) : null;

/** The cell without the unit that all cells of its column have behind their numbers. */
export const withoutSuffix = (cell: unknown, suffix: string | null): unknown =>
  suffix !== null && typeof cell === "string" && suffixOf(cell) === suffix
    ? cell.trim().slice(0, -suffix.length).trim()
    : cell;

/** h:mm:ss or mm:ss, with days before and a fraction after where there are any (`1 day, 2:03:04.5`). */
const DURATION = /^(?:(\d+) days?,? )?(?:(\d+):)?([0-5]?\d):([0-5]\d(?:\.\d+)?)$/;

/**
 * Reads one cell. Durations become seconds; a percent sign is taken off and told, not divided by.
 * @param decimalComma whether a comma begins the decimals (see decimalStyle.ts)
 */
export function metricCell(cell: unknown, decimalComma = false): MetricCell {
  if (cell === null || cell === undefined) return MISSING_CELL;
  if (typeof cell === "number") return Number.isFinite(cell) ? number(cell, "plain") : MISSING_CELL;
  if (typeof cell !== "string") return TEXT_CELL;
  const text = cell.trim();
  if (text.length > LONGEST_NUMBER) return TEXT_CELL;
  if (NUMBER.test(text) && !(decimalComma && COMMA_GROUPED.test(text))) return finite(Number(text), "plain");
  if (MISSING.has(text.toLowerCase())) return MISSING_CELL;
  if (text.endsWith("%")) return finite(plainNumber(text.slice(0, -1).trim(), decimalComma), "percent");
  const [, mean] = SPREAD.exec(text) ?? [];
  if (mean !== undefined) return finite(plainNumber(mean, decimalComma), "spread");
  const seconds = duration(text);
  if (seconds !== null) return finite(seconds, "duration");
  const value = plainNumber(text, decimalComma);
  if (!Number.isNaN(value)) return finite(value, "plain");
  return FAILURE.test(text) ? { kind: "failure", status: text } : TEXT_CELL;
}

// Minus zero is written as 0 everywhere, and must come back as what was stored.
const number = (value: number, form: NumberForm): MetricCell => ({
  kind: "number",
  value: value + 0,
  form,
});

const finite = (value: number, form: NumberForm): MetricCell =>
  Number.isFinite(value) ? number(value, form) : TEXT_CELL;

/** NaN where it is none. */
function plainNumber(text: string, decimalComma: boolean): number {
  const [plain, grouped] = decimalComma ? [COMMA_NUMBER, COMMA_GROUPED] : [NUMBER, GROUPED];
  if (!plain.test(text) && !grouped.test(text)) return NaN;
  const digits = text.replace(SEPARATORS, "");
  return Number(decimalComma ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", ""));
}

function duration(text: string): number | null {
  const [, days = "0", hours = "0", minutes, seconds] = DURATION.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined) return null;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
