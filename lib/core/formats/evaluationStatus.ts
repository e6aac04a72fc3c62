import { cellOf, type Table } from "./table";

/** Columns that say how an evaluation ended. */
const STATUS_LABEL =
  /^(?:(?:run|job|trial|eval(?:uation)?|train(?:ing)?)[ _-]?)?(?:status|state|outcome|exit[ _-]?(?:code|status))$/i;
const EXIT_LABEL = /(?:exit|return)[ _-]?(?:code|status)$/i;
const FAILURE_LABEL =
  /^(?:is[ _-]?|has[ _-]?)?(?:fail(?:ed|ure)?|error(?:[ _-]?message)?|exception|crashed)$/i;
const SUCCESS_LABEL = /^(?:is[ _-]?)?(?:success(?:ful)?|succeeded|completed|finished|valid|converged)$/i;

const ENDED_WELL =
  /^(?:(?:trialstate\.)?complet(?:e|ed)|ok(?:ay)?|succe(?:ss|ssful|eded)|done|finished|terminated|valid|pass(?:ed)?|evaluated|trained|measured|converged|0|true|yes|y|exit 0)$/i;
const ENDED_BADLY =
  /fail|err(?:or)?\b|oom|memory|time[ds]?[ _-]?out|crash|kill|abort|cancel|diverg|\bnan\b|exit|invalid|unsuccess|broken|skip|exception|interrupt|prune|pending|running|incomplete|not |^(?:bad|no|n|false|lost|dead|stopped)$/i;
const DID_NOT_FAIL = /^(?:0|0\.0|false|no|n|none|null|nan|ok|-|\[\]|\{\})$/i;
const NUMBER = /^[-+]?(?:\d|\.\d|nan|inf)/i;
const FLAG = /^(?:0|1|true|false|yes|no|y|n)$/i;

/** Whether a column of this label may tell how evaluations ended; its cells decide. */
const isStatusLabel = (label: string): boolean =>
  [STATUS_LABEL, EXIT_LABEL, FAILURE_LABEL, SUCCESS_LABEL].some((pattern) => pattern.test(label));

/**
 * Whether the cells of a column called so tell how evaluations ended: flags of 0 and 1 or words that mean an end. A
 * `state` that names countries and an `error` in percent do not.
 */
export function tellsStatus(label: string, cells: readonly unknown[]): boolean {
  const all = cells.map(textOf).filter((text) => text !== "");
  const isText = all.filter((text) => !NUMBER.test(text)).length * 2 >= all.length;
  const texts = new Set(all);
  const some = (pattern: RegExp) => [...texts].some((text) => pattern.test(text));
  const isFlag = texts.size > 0 && [...texts].every((text) => FLAG.test(text));
  if (SUCCESS_LABEL.test(label)) return isFlag;
  if (FAILURE_LABEL.test(label)) return isFlag || isText;
  if (EXIT_LABEL.test(label)) return [...texts].every((text) => /^-?\d*$/.test(text)) || isText;
  return isText && (some(ENDED_WELL) || some(ENDED_BADLY));
}

/** Whether a column of a table tells how evaluations ended. */
export const isStatusColumn = (table: Pick<Table, "rows">, label: string): boolean =>
  isStatusLabel(label) &&
  tellsStatus(
    label,
    table.rows.map((row) => cellOf(row, label)),
  );

const textOf = (cell: unknown): string =>
  cell === undefined || cell === null
    ? ""
    : (typeof cell === "string" ? cell : (JSON.stringify(cell) ?? "")).trim();

const LONGEST_STATUS = 200;

/** What a status cell says of a failure (`OOM`); null where the evaluation ended well or nothing is said. */
export function failureOf(label: string, cell: unknown): string | null {
  const text = textOf(cell);
  if (text === "") return null;
  if (SUCCESS_LABEL.test(label)) return /^(?:1|true|yes|y)$/i.test(text) ? null : "failed";
  if (EXIT_LABEL.test(label) && /^-?\d+$/.test(text)) return Number(text) === 0 ? null : `exit ${text}`;
  const isFailureFlag = FAILURE_LABEL.test(label);
  if (isFailureFlag ? DID_NOT_FAIL.test(text) : ENDED_WELL.test(text)) return null;
  if (isFailureFlag && /^(?:1|true|yes|y)$/i.test(text)) return "failed";
  return text.slice(0, LONGEST_STATUS);
}
