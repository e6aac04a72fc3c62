import type { Architecture } from "../../core/architecture";
import type { SearchSpace } from "../../core/searchSpace";

/**
 * Features of the whole architecture under which modules are scored: the commonest codes among the labelled rows, or
 * the last value of each feature where there are none (the published code scores at the largest resolution).
 */
export function typicalGlobals(space: SearchSpace, architectures: readonly Architecture[]): number[] {
  return space.globalFeatures.map((feature, index) => {
    const counts = new Map<number, number>();
    for (const { globals } of architectures) {
      const code = globals[index];
      if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    const [commonest] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
    if (commonest) return commonest[0];
    const last = feature.values.length - 1;
    return feature.kind === "continuous" ? Number(feature.values[last] ?? 0) : last;
  });
}
