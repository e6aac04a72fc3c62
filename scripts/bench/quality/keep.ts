/** Outcomes kept in a file, one JSON line each, so that a benchmark of hours goes on where it was stopped. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Outcome } from "./draw";

/** What an outcome is of. */
export type Case = {
  readonly table: string;
  /** Rows of the table that are looked at, at most. */
  readonly rows: number;
  readonly labels: number;
  readonly method: string;
  readonly seed: number;
};

const shape = z.object({
  key: z.string(),
  outcome: z.object({
    srcc: z.number(),
    choice: z.number(),
    labelled: z.number(),
    coverage: z.number().nullable(),
    faithful: z.number().nullable(),
    agreement: z.number().nullable(),
  }),
});

const keyOf = ({ table, rows, labels, method, seed }: Case): string =>
  [table, rows, labels, method, seed].join(" ");

export type Keep = (of: Case, judge: () => Promise<Outcome>) => Promise<Outcome>;

/**
 * Judges what the file does not have yet and adds it there. The file does not know of changes to the code: a new one
 * has to be begun after any.
 * @param path null keeps nothing
 * @throws Error for a line that is no outcome
 */
export function keepIn(path: string | null): Keep {
  if (path === null) return (_, judge) => judge();
  const lines = existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
  const kept = new Map(
    lines.map((line) => {
      const { key, outcome } = shape.parse(JSON.parse(line));
      return [key, outcome];
    }),
  );
  return async (of, judge) => {
    const key = keyOf(of);
    const known = kept.get(key);
    if (known) return known;
    const { srcc, choice, labelled, coverage, faithful, agreement } = await judge();
    const outcome: Outcome = { srcc, choice, labelled, coverage, faithful, agreement };
    appendFileSync(path, `${JSON.stringify({ key, outcome })}\n`);
    kept.set(key, outcome);
    return outcome;
  };
}
