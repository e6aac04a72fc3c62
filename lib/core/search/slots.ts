/**
 * Slots: the places that modules fill one by one until there is an architecture. A slot is a unit's sequence in staged,
 * chain and flat spaces, a single place of a cell, or the features of the whole architecture.
 */
import type { Architecture, Unit } from "../architecture";
import { globalsModule, isGlobalsModule, type Module, type ModuleScore } from "../module";
import { sequenceLengths, splitSequence } from "../scoredUnits";
import { layerName, maxLength, type SearchSpace } from "../searchSpace";

/** A module that may fill a slot, with its importance for every objective: more is better in each. */
export type SlotModule = Pick<Module, "unitIndex" | "layers" | "nodes"> & {
  readonly gains: readonly number[];
};

export type Slot = {
  /** `unit 2`, or `cell, 0->1` for one place; shown to people. */
  readonly name: string;
  readonly modules: readonly SlotModule[];
};

/** Whether modules can be put together freely: not where every architecture brings edges of its own. */
export const hasSlots = ({ structure }: Pick<SearchSpace, "structure">): boolean => structure !== "graph";

/** Whether a slot is a whole unit, else one place of it. */
const fillsUnits = ({ structure }: Pick<SearchSpace, "structure">): boolean => structure !== "cell";

/**
 * Modules sorted into the slots of the space, in the order of the architecture; modules that fill no slot and slots
 * without modules are left out.
 * @param scores by objective, each of the same modules in the same order
 * @param directions 1 where a higher score is better, -1 where a lower one is; one per objective
 */
export function slotsOf(
  space: SearchSpace,
  scores: readonly (readonly ModuleScore[])[],
  directions: readonly number[],
): Slot[] {
  const slots = new Map(
    slotNames(space).map(({ key, name }) => [key, { name, modules: [] as SlotModule[] }]),
  );
  const [first = []] = scores;
  for (const [index, module] of first.entries()) {
    const gains = directions.map(
      (direction, objective) => direction * (scores[objective]?.[index]?.score ?? NaN),
    );
    if (!gains.every(Number.isFinite)) continue;
    const { unitIndex, layers, nodes } = module;
    slots.get(slotKey(space, module))?.modules.push({ unitIndex, layers, nodes, gains });
  }
  return [...slots.values()].filter(({ modules }) => modules.length > 0);
}

/** The slot of the features of whole architectures: how they were measured together. */
export const GLOBALS_SLOT = "features of the whole";

function slotNames(space: SearchSpace): { key: string; name: string }[] {
  const units = space.units.flatMap((unit, unitIndex) => {
    if (!fillsUnits(space))
      return Array.from({ length: maxLength(unit) }, (_, layer) => ({
        key: `${unitIndex}.${layer}`,
        name: `${unit.name}, ${layerName(unit, layer)}`,
      }));
    const joined = space.units[unitIndex + 1];
    const name = unit.joinsNext && joined !== undefined ? `${unit.name} with ${joined.name}` : unit.name;
    return sequenceLengths(space, unitIndex).length === 0 ? [] : [{ key: `${unitIndex}`, name }];
  });
  return space.globalFeatures.length === 0 ? units : [...units, { key: "globals", name: GLOBALS_SLOT }];
}

/** Empty for a module that fills no slot. */
function slotKey(space: SearchSpace, module: Module): string {
  if (isGlobalsModule(module)) return "globals";
  if (!fillsUnits(space))
    return module.layers.length === 1 ? `${module.unitIndex}.${module.layers[0] ?? 0}` : "";
  const isSequence =
    module.layers.every((layer, index) => layer === index) &&
    sequenceLengths(space, module.unitIndex).includes(module.nodes.length);
  return isSequence ? `${module.unitIndex}` : "";
}

/** Values of the features of whole architectures as they were measured together, the commonest first, as modules. */
export function measuredGlobals(architectures: readonly Pick<Architecture, "globals">[]): Module[] {
  const counts = new Map<string, { globals: readonly number[]; count: number }>();
  for (const { globals } of architectures) {
    const key = globals.join();
    counts.set(key, { globals, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ globals }) => globalsModule(globals));
}

/** The architecture with the module in its slot; everything else stays. */
export function withModule(
  space: SearchSpace,
  architecture: Architecture,
  module: Module | SlotModule,
): Architecture {
  if (isGlobalsModule(module)) return { ...architecture, globals: module.nodes[0] ?? architecture.globals };
  const { unitIndex, layers, nodes } = module;
  if (fillsUnits(space))
    return {
      ...architecture,
      units: splitSequence(space, unitIndex, nodes).reduce<readonly Unit[]>(
        (units, part, offset) => units.with(unitIndex + offset, part),
        architecture.units,
      ),
    };
  const unit = [...(architecture.units[unitIndex] ?? [])];
  for (const [index, layer] of layers.entries()) unit[layer] = nodes[index] ?? [];
  return { ...architecture, units: architecture.units.with(unitIndex, unit) };
}

/** One module of each slot put together. @param globals where no slot has them */
export const assembled = (
  space: SearchSpace,
  modules: readonly (Module | SlotModule)[],
  globals: readonly number[],
): Architecture =>
  modules.reduce<Architecture>((architecture, module) => withModule(space, architecture, module), {
    id: "",
    units: space.units.map(() => []),
    globals,
  });

/** How many architectures the slots make: the product of their numbers of modules. */
export const numAssembled = (slots: readonly Pick<Slot, "modules">[]): bigint =>
  slots.reduce((product, { modules }) => product * BigInt(modules.length), 1n);
