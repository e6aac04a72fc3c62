import type { Metric } from "@/lib/core/dataset";
import { TARGET_FUNCTIONS } from "@/lib/core/target";

export type Completion = {
  /** The whole text after taking it, and where the caret goes. */
  readonly text: string;
  readonly caret: number;
  readonly label: string;
  readonly kind: "metric" | "function";
};

const MOST = 8;

/** Names that begin like the word that ends at the caret; none where that word is already complete. */
export function completions(
  text: string,
  caret: number,
  metrics: readonly Pick<Metric, "name">[],
): Completion[] {
  const word = /[A-Za-z_$][\w$]*$/.exec(text.slice(0, caret))?.[0] ?? "";
  if (word === "") return [];
  const start = caret - word.length;
  const after = text.slice(caret);
  const begins = (name: string) => name !== word && name.toLowerCase().startsWith(word.toLowerCase());
  const take = (label: string, inserted: string, kind: Completion["kind"]): Completion => ({
    label,
    kind,
    text: text.slice(0, start) + inserted + after,
    caret: start + inserted.length,
  });
  return [
    ...metrics.filter(({ name }) => begins(name)).map(({ name }) => take(name, name, "metric")),
    ...[...TARGET_FUNCTIONS.keys()]
      .filter(begins)
      .map((name) => take(`${name}(...)`, `${name}(`, "function")),
  ].slice(0, MOST);
}
