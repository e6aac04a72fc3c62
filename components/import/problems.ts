import type { Issue } from "@/lib/core/dataset";

/** Issues that say the same of different rows. */
export type ProblemGroup = {
  /** The field without its indexes and the message without its values: `units[].kernel`, `… is not one of 3, 5, 7`. */
  readonly field: string;
  readonly message: string;
  readonly count: number;
  /** The first issues as they are. */
  readonly examples: readonly Issue[];
};

const NUM_EXAMPLES = 5;

/** Issues of rows grouped by kind, the most frequent first. What is said of the whole file (row 0) is left out. */
export function groupProblems(issues: readonly Issue[]): ProblemGroup[] {
  const groups = new Map<string, { count: number; examples: Issue[] }>();
  for (const issue of issues) {
    if (issue.row === 0) continue;
    const key = `${kindOf(issue.field)}\n${kindOf(issue.message)}`;
    const group = groups.get(key) ?? { count: 0, examples: [] };
    group.count++;
    if (group.examples.length < NUM_EXAMPLES) group.examples.push(issue);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) => {
      const [field = "", message = ""] = key.split("\n");
      // One row alone needs no pattern: its own words say more.
      const only = group.count === 1 ? group.examples[0] : undefined;
      return { field: only?.field ?? field, message: only?.message ?? message, ...group };
    })
    .sort((a, b) => b.count - a.count);
}

/** What is said of the file as a whole. */
export const fileNotes = (issues: readonly Issue[]): Issue[] => issues.filter(({ row }) => row === 0);

/** A note of one or several fields that say the same. */
export type NoteGroup = { readonly fields: readonly string[]; readonly message: string };

/** Notes that say the same of several fields as one, in the order in which they first come. */
export function groupNotes(notes: readonly Issue[]): NoteGroup[] {
  const groups = new Map<string, string[]>();
  for (const { field, message } of notes) {
    const fields = groups.get(message);
    if (fields === undefined) groups.set(message, [field]);
    else if (!fields.includes(field)) fields.push(field);
  }
  return [...groups].map(([message, fields]) => ({ fields, message }));
}

/**
 * What stands between the fields of a note and its message: most messages go on from the name of the field
 * (`is 0 in every row`), those that begin with a capital are sentences of their own.
 */
export function noteLink({ fields, message }: NoteGroup): string {
  if (/^\p{Lu}/u.test(message)) return ": ";
  return fields.length > 1 ? ": each " : " ";
}

/** The words without what differs from row to row: quoted values, indexes in brackets and the value in front. */
const kindOf = (text: string): string =>
  text
    .replaceAll("\n", " ")
    .replace(/"(?:[^"\\]|\\.)*"/g, "…")
    .replace(/\[\d+\]/g, "[]")
    .replace(/^-?[\d.]+(?=\s)/, "…");
