import type { Architecture } from "../architecture";
import type { Quantity } from "../constraintReferences";
import type { SearchSpace } from "../searchSpace";
import { countNetwork, type Counts } from "./count";
import { buildNetwork, type Template } from "./templates/template";

/** What can be counted of a network, under the names that constraints use. */
export const COUNTED_NAMES = ["params", "macs"] as const;

/**
 * Trained parameters and multiply-accumulates of the network that the template makes of an architecture; NaN where it
 * makes none (an operation that nothing says how to build, say).
 */
export function countedQuantities(space: SearchSpace, template: Template): Quantity[] {
  // Both are asked of the same architecture one after the other.
  let last: { readonly architecture: Architecture; readonly counts: Counts | null } | null = null;
  const countsOf = (architecture: Architecture): Counts | null => {
    if (last?.architecture === architecture) return last.counts;
    const built = buildNetwork(space, architecture, template);
    last = { architecture, counts: built.ok ? countNetwork(built.network) : null };
    return last.counts;
  };
  return COUNTED_NAMES.map((name) => ({
    name,
    of: (architecture) => {
      const counts = countsOf(architecture);
      return (name === "params" ? counts?.parameters : counts?.macs) ?? NaN;
    },
  }));
}
