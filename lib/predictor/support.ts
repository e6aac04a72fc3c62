import { operationKey, type SearchSpace } from "../core/searchSpace";
import { sequenceNodes, sequenceUnits } from "../core/scoredUnits";
import type { Architecture, Unit } from "../core/architecture";
import { holdsModule, type Module } from "../core/module";
import { isWholeUnit } from "./moduleContexts";

const unitKey = (unitIndex: number, unit: Unit): string => `${unitIndex}:${unit.map(operationKey).join(";")}`;

/** How many labelled architectures hold a module; whole units are looked up, since there may be tens of thousands. */
export function supportCounter(
  space: SearchSpace,
  labelled: readonly Architecture[],
): (module: Module) => number {
  const wholeUnits = new Map<string, number>();
  for (const architecture of labelled) {
    architecture.units.forEach((unit, unitIndex) => {
      const isFirst = sequenceUnits(space, unitIndex)[0] === unitIndex;
      const key = unitKey(unitIndex, isFirst ? sequenceNodes(space, architecture, unitIndex) : unit);
      wholeUnits.set(key, (wholeUnits.get(key) ?? 0) + 1);
    });
  }
  return (module) =>
    isWholeUnit(space, module)
      ? (wholeUnits.get(unitKey(module.unitIndex, module.nodes)) ?? 0)
      : labelled.filter((architecture) => holdsModule(architecture, module, false)).length;
}
