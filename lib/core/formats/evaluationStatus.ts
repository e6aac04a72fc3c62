/** Columns that say how an evaluation ended. */
const STATUS_LABEL =
  /^(?:(?:run|job|eval(?:uation)?|train(?:ing)?)[ _-]?)?(?:status|state|outcome|exit[ _-]?code)$/i;
const FAILURE_LABEL = /^(?:is[ _-]?)?(?:fail(?:ed|ure)?|error(?:[ _-]?message)?|exception)$/i;

const ENDED_WELL =
  /^(?:ok(?:ay)?|succe(?:ss|ssful|eded)|done|complet(?:e|ed)|finished|valid|pass(?:ed)?|evaluated|trained|measured|0|true|yes|exit 0)$/i;
const DID_NOT_FAIL = /^(?:0|false|no|none|null|nan|ok|-|\[\]|\{\})$/i;

/** Whether a column of this label, should it hold texts, tells how evaluations ended. */
export const isStatusLabel = (label: string): boolean =>
  STATUS_LABEL.test(label) || FAILURE_LABEL.test(label);

const LONGEST_STATUS = 200;

/** What a status cell says of a failure (`OOM`); null where the evaluation ended well or nothing is said. */
export function failureOf(label: string, cell: unknown): string | null {
  if (cell === undefined || cell === null) return null;
  const text = (typeof cell === "string" ? cell : (JSON.stringify(cell) ?? "")).trim();
  if (text === "") return null;
  const isFailureFlag = FAILURE_LABEL.test(label);
  if (isFailureFlag ? DID_NOT_FAIL.test(text) : ENDED_WELL.test(text)) return null;
  if (isFailureFlag && /^(?:1|true|yes)$/i.test(text)) return "failed";
  return text.slice(0, LONGEST_STATUS);
}

/** The status of a row that says nothing else of why no metric has a value. */
export const NO_VALUE = "no value";
