import type { Module, ModuleScore } from "../../core/module";
import { operationKey, operationLabel, type SearchSpace } from "../../core/searchSpace";
import { boxOf, type BoxGroup } from "./boxes";

/** Whose modules a box holds: those of a unit with an operation (its key). */
export type SpreadId = { readonly unitIndex: number; readonly operation: string };

/**
 * Modules by unit and by the operations that they hold, as boxes; a module with two operations is in two boxes. The
 * operation with the highest median comes first. Units without a finite score are left out.
 */
export function spreadGroups(
  space: Pick<SearchSpace, "units" | "nodeFeatures">,
  scores: readonly ModuleScore[],
): BoxGroup<ModuleScore, SpreadId>[] {
  return space.units.flatMap((unit, unitIndex) => {
    const byOperation = new Map<string, { label: string; held: ModuleScore[] }>();
    for (const score of scores) {
      if (score.unitIndex !== unitIndex) continue;
      for (const key of new Set(score.nodes.map(operationKey))) {
        const known = byOperation.get(key);
        if (known === undefined) byOperation.set(key, { label: labelOf(space, score, key), held: [score] });
        else known.held.push(score);
      }
    }
    const rows = [...byOperation].flatMap(([operation, { label, held }]) => {
      const box = boxOf(held.map((item) => ({ item, value: item.score })));
      return box === null ? [] : [{ id: { unitIndex, operation }, label, box }];
    });
    if (rows.length === 0) return [];
    return [{ name: unit.name, rows: rows.sort((a, b) => b.box.median - a.box.median) }];
  });
}

const labelOf = (space: Pick<SearchSpace, "nodeFeatures">, { nodes }: Module, key: string): string =>
  operationLabel(space, nodes.find((node) => operationKey(node) === key) ?? []);
