import type { SearchSpace } from "../../core/searchSpace";
import { emptyDraft, type Draft, type Slot } from "../draft";
import type { GraphRules } from "./rules";

/** The smallest graph of the space, to begin with: its fewest nodes one behind the other, open but for the ends. */
export function startGraph(space: SearchSpace, { input, output }: GraphRules): Draft {
  const units = space.units.map(({ lengths }): Slot[] =>
    Array<Slot>(lengths.find((n) => n > 0) ?? 0).fill(null),
  );
  const count = units.reduce((sum, slots) => sum + slots.length, 0);
  let index = 0;
  return {
    ...emptyDraft(space),
    units: units.map((slots) =>
      slots.map((): Slot => {
        const at = index++;
        if (at === 0) return input;
        return at === count - 1 ? output : null;
      }),
    ),
    edges: Array.from({ length: Math.max(0, count - 1) }, (_, node) => [node, node + 1] as const),
  };
}
