import type { FeatureValue } from "../searchSpace";
import { cellScalar } from "./cells";
import { areCounted, isPositionName } from "../positions";
import { guessByName } from "./columnNames";
import type { ImportPlan } from "./importPlan";

/** A column that says how a network was made (width, kernel, optimiser), and how its values are. */
export type SettingColumn = {
  readonly label: string;
  /** constant: one value; choice: few values, each of which a user can choose; range: a number between two. */
  readonly kind: "constant" | "choice" | "range";
  readonly hasBlanks: boolean;
  /** Whether its values are texts, most of them. */
  readonly isText: boolean;
  /** The middle number; for a range only. */
  readonly median: number;
};

/** More numbers than this are a range rather than a choice; texts with more are names. */
const MOST_CHOICES = 24;
const MOST_TEXTS = 64;

type Values = {
  numNumbers: number;
  numTexts: number;
  numBlank: number;
  readonly distinct: Set<FeatureValue>;
};

/**
 * Columns of a flat table that are settings, in file order. A person's plan comes first, then names, then place and
 * values: what stands before the first result is taken for a setting where its values repeat. A result taken for a
 * setting would let a predictor see what it should predict, so numbers of unknown name behind the results stay out.
 * @param isSettings whether all columns are known to be settings (an object called config), whatever their names say
 */
export function settingColumns(
  labels: readonly string[],
  rows: Iterable<Readonly<Record<string, unknown>>>,
  plan: ImportPlan["columns"] = {},
  isSettings: (label: string) => boolean = () => false,
): SettingColumn[] {
  const columns = labels.map((label) => ({ label, values: emptyValues() }));
  for (const cells of rows) for (const { label, values } of columns) count(values, cells[label]);
  const firstResult = columns.findIndex(
    ({ label, values }) => !isSettings(label) && guessByName(label) === "result" && isNumeric(values),
  );
  return columns.flatMap(({ label, values }, index) => {
    const planned = Object.hasOwn(plan, label) ? plan[label] : undefined;
    if (planned !== undefined && planned !== "feature") return [];
    const isSure = planned === "feature" || isSettings(label);
    const isBeforeResults = firstResult < 0 || index < firstResult;
    return isSure || isSettingByGuess(label, values, isBeforeResults)
      ? (described(label, values, isSure) ?? [])
      : [];
  });
}

function isSettingByGuess(label: string, values: Values, isBeforeResults: boolean): boolean {
  // A unit of measurement is a word; numbers that count are a unit of the network.
  if (
    isPositionName(label) &&
    isNumeric(values) &&
    areCounted([...values.distinct]) &&
    values.distinct.size <= MOST_CHOICES
  )
    return values.distinct.size * 2 <= values.numNumbers;
  const guess = guessByName(label);
  if (guess === "result" || guess === "neither") return false;
  const repeats = values.distinct.size * 2 <= values.numNumbers + values.numTexts;
  return guess === "setting" || (repeats && (isBeforeResults || !isNumeric(values)));
}

/** Null where the column is empty, or holds names rather than choices. */
function described(label: string, values: Values, isSure: boolean): SettingColumn | null {
  const { size } = values.distinct;
  const isText = !isNumeric(values);
  if (size === 0 || (isText && size > MOST_TEXTS && !isSure)) return null;
  const numbers = [...values.distinct].filter((value) => typeof value === "number").sort((a, b) => a - b);
  const hasBlanks = values.numBlank > 0;
  const kind = size === 1 && !hasBlanks ? "constant" : isText || size <= MOST_CHOICES ? "choice" : "range";
  return { label, kind, hasBlanks, isText, median: numbers[Math.floor(numbers.length / 2)] ?? 0 };
}

const emptyValues = (): Values => ({ numNumbers: 0, numTexts: 0, numBlank: 0, distinct: new Set() });

const isNumeric = ({ numNumbers, numTexts }: Values): boolean => numNumbers > numTexts;

function count(values: Values, cell: unknown): void {
  const value = cellScalar(cell);
  if (value === null) values.numBlank++;
  else {
    if (typeof value === "number") values.numNumbers++;
    else values.numTexts++;
    values.distinct.add(value);
  }
}
