import type { Dataset, ImportReport, Metric } from "@/lib/core/dataset";
import type { Structure } from "@/lib/core/searchSpace";

const STRUCTURES: Readonly<Record<Structure, string>> = {
  staged: "staged: units of differing length, one after the other",
  chain: "chain: one unit of layers in a row",
  cell: "cell: operations on fixed edges",
  graph: "graph: every architecture has edges of its own",
  flat: "flat: one choice for each column",
};

export const structureWords = (structure: Structure): string => STRUCTURES[structure];

/** `once-for-all` as people read it. */
export const formatWords = (format: string): string => format.replaceAll(/[-_]/g, " ");

/** `2 to 4`, `4`, `1, 2 or 5`. */
export function lengthWords(lengths: readonly number[]): string {
  const [first] = lengths;
  const last = lengths.at(-1);
  if (first === undefined || last === undefined) return "0";
  if (lengths.length === 1) return String(first);
  if (lengths.length > 2 && last - first === lengths.length - 1) return `${first} to ${last}`;
  return `${lengths.slice(0, -1).join(", ")} or ${last}`;
}

const MOST_VALUES = 14;

/** The values of a feature; of many, the first ones and how many more there are. */
export function valueWords({
  kind,
  values,
}: Pick<ImportReport["features"][number], "kind" | "values">): string {
  if (kind === "continuous") return `${values[0] ?? "?"} to ${values[1] ?? "?"}`;
  const named = values.slice(0, MOST_VALUES).join(", ");
  return values.length > MOST_VALUES ? `${named} and ${values.length - MOST_VALUES} more` : named;
}

const GOALS = { max: "more is better", min: "less is better" } as const;

export const goalWords = (goal: Dataset["metrics"][number]["goal"]): string =>
  goal === null ? "not said" : GOALS[goal];

/** `accuracy (%, more is better)` */
export function metricWords({ label, unit, goal }: Pick<Metric, "label" | "unit" | "goal">): string {
  // A label that brings its unit in brackets says it once.
  const name = unit === null ? label : label.replace(`(${unit})`, "").trim() || label;
  const said = [unit, goal === null ? null : GOALS[goal]].filter((word) => word !== null);
  return said.length === 0 ? label : `${name} (${said.join(", ")})`;
}

/** `unit 1 to unit 5: 2 to 4 layers each`; neighbours of the same lengths are named together. */
export function unitWords(units: ImportReport["units"]): string[] {
  const runs: { readonly first: string; last: string; readonly lengths: readonly number[]; count: number }[] =
    [];
  for (const { name, lengths } of units) {
    const run = runs.at(-1);
    if (run?.lengths.join() === lengths.join()) {
      run.last = name;
      run.count++;
    } else runs.push({ first: name, last: name, lengths, count: 1 });
  }
  return runs.map(({ first, last, lengths, count }) => {
    const layers = `${lengthWords(lengths)} ${lengths.join() === "1" ? "layer" : "layers"}`;
    return count === 1 ? `${first}: ${layers}` : `${first} to ${last}: ${layers} each`;
  });
}

/** The first items; of many, how many more there are. */
export const shortList = (items: readonly string[], most: number, separator = "; "): string =>
  items.length > most
    ? `${items.slice(0, most).join(separator)}${separator}and ${items.length - most} more`
    : items.join(separator);

/** A feature's value as a number; null where the text is none. */
export function featureNumber(text: string): number | null {
  const value = Number(text.trim());
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
}

/** A number of layers. */
export function wholeNumber(text: string): number | null {
  const value = featureNumber(text);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : null;
}

export const featureText = (text: string): string | null => text.trim() || null;
