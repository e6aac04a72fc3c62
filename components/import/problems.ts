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

/** The words without what differs from row to row: quoted values, indexes in brackets and the value in front. */
const kindOf = (text: string): string =>
  text
    .replaceAll("\n", " ")
    .replace(/"(?:[^"\\]|\\.)*"/g, "…")
    .replace(/\[\d+\]/g, "[]")
    .replace(/^-?[\d.]+(?=\s)/, "…");
