import type { Architecture, Node } from "./architecture";
import { holdsModule, moduleKey, sequenceModule, type Module } from "./module";
import { sequenceNodes } from "./scoredUnits";
import type { SearchSpace } from "./searchSpace";

/** Whether the architecture's sequence of the module's unit, the next unit's layers included, is exactly the module. */
export function holdsSequence(
  space: Pick<SearchSpace, "units">,
  architecture: Architecture,
  { unitIndex, layers, nodes }: Module,
): boolean {
  const held = sequenceNodes(space, architecture, unitIndex);
  return (
    held.length === nodes.length &&
    layers.every((layer, index) => layer === index && isSameNode(held[index], nodes[index]))
  );
}

const isSameNode = (a: Node | undefined, b: Node | undefined): boolean =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((code, index) => code === b[index]);

/**
 * How many architectures hold each module (see holdsModule). Whole units are counted once for all modules, so that
 * tens of thousands of sequences cost no more than the architectures themselves.
 * @param fillsUnit whether a module is all of its unit
 */
export function countSupport(
  space: Pick<SearchSpace, "units">,
  architectures: readonly Architecture[],
  modules: readonly Module[],
  fillsUnit: (module: Module) => boolean,
): number[] {
  const counts = new Map<string, number>();
  for (const architecture of architectures) {
    space.units.forEach((_, unitIndex) => {
      const key = moduleKey(sequenceModule(unitIndex, sequenceNodes(space, architecture, unitIndex)));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
  }
  return modules.map((module) =>
    fillsUnit(module)
      ? (counts.get(moduleKey(module)) ?? 0)
      : architectures.reduce(
          (sum, architecture) => sum + (holdsModule(architecture, module, false) ? 1 : 0),
          0,
        ),
  );
}
