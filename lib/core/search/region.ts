/** What a search draws from: the reduced space, or the whole one. */
import { numNodes, type Architecture, type Node, type Unit } from "../architecture";
import { hasLinkedEdges, withLinkedEdges } from "../linkedEdges";
import type { Random } from "../random";
import { sequenceUnits } from "../scoredUnits";
import { maxLength, type SearchSpace } from "../searchSpace";
import type { Operations } from "./operations";
import { assembled, withModule, type Slot } from "./slots";

export type Region = {
  /** Any architecture of it. */
  random(random: Random): Architecture;
  /** One unit drawn anew, or one node of it. */
  mutated(architecture: Architecture, random: Random): Architecture;
};

/** Of a few items any one; @throws RangeError where there is none */
function pick<T>(items: readonly T[], random: Random): T {
  const [item] = items.slice(Math.floor(random() * items.length));
  if (item === undefined)
    throw new RangeError("There is nothing to choose from: a slot or place has no module.");
  return item;
}

/** Architectures that are put together from the slots' modules. @param globals where no slot has them */
export const reducedRegion = (
  space: SearchSpace,
  slots: readonly Slot[],
  globals: readonly number[],
): Region => ({
  random: (random) =>
    assembled(
      space,
      slots.map(({ modules }) => pick(modules, random)),
      globals,
    ),
  mutated: (architecture, random) =>
    withModule(space, architecture, pick(pick(slots, random).modules, random)),
});

/**
 * Every legal architecture, each as likely as the others as long as its edges are not its own; of graphs, the measured
 * ones with some of their nodes changed.
 */
export function wholeRegion(
  space: SearchSpace,
  operations: Operations,
  measured: readonly Architecture[],
  globals: readonly (readonly number[])[],
): Region {
  const isLinked = hasLinkedEdges(space);
  const isFixed = (architecture: Architecture): boolean => architecture.edges !== undefined && !isLinked;
  const nodeAt = (unitIndex: number, layer: number, random: Random): Node =>
    pick(operations[unitIndex]?.[layer] ?? [], random);
  const unitOf = (unitIndex: number, length: number, random: Random): Unit =>
    Array.from({ length }, (_, layer) => nodeAt(unitIndex, layer, random));
  const lengthOf = (unitIndex: number, random: Random): number => {
    const lengths = space.units[unitIndex]?.lengths ?? [];
    const counts = lengths.map((length) =>
      (operations[unitIndex] ?? []).slice(0, length).reduce((all, { length: some }) => all * some, 1),
    );
    let left = random() * counts.reduce((sum, count) => sum + count, 0);
    return lengths.find((_, index) => (left -= counts[index] ?? 0) < 0) ?? lengths.at(-1) ?? 0;
  };
  const filled = space.units.flatMap((unit, unitIndex) => (maxLength(unit) > 0 ? [unitIndex] : []));
  const hasGlobals = globals.length > 1;

  /** A node that is neither where messages come in nor where they leave: those make the graph what it is. */
  const changeable = (
    architecture: Architecture,
  ): readonly (readonly [unitIndex: number, layer: number])[] => {
    const [sources, targets] = [new Set<number>(), new Set<number>()];
    for (const [source, target] of architecture.edges ?? []) {
      sources.add(source);
      targets.add(target);
    }
    let node = 0;
    return architecture.units.flatMap((unit, unitIndex) =>
      unit.flatMap((_, layer) => {
        const at = node++;
        return isFixed(architecture) && !(sources.has(at) && targets.has(at))
          ? []
          : [[unitIndex, layer] as const];
      }),
    );
  };
  const nodeChanged = (architecture: Architecture, random: Random): Architecture => {
    const places = changeable(architecture);
    if (places.length === 0) return architecture;
    const [unitIndex, layer] = pick(places, random);
    const unit = architecture.units[unitIndex] ?? [];
    const node = nodeAt(unitIndex, layer, random);
    return { ...architecture, units: architecture.units.with(unitIndex, unit.with(layer, node)) };
  };
  const unitChanged = (architecture: Architecture, random: Random): Architecture => {
    const unitIndex = pick(filled, random);
    const length = isLinked ? (architecture.units[unitIndex]?.length ?? 0) : lengthOf(unitIndex, random);
    return { ...architecture, units: architecture.units.with(unitIndex, unitOf(unitIndex, length, random)) };
  };
  const mutated = (architecture: Architecture, random: Random): Architecture => {
    if (hasGlobals && random() < 1 / (filled.length + 1))
      return { ...architecture, globals: pick(globals, random) };
    const single = isFixed(architecture) || space.structure === "cell" || random() < 0.5;
    return withLinkedEdges(
      space,
      single ? nodeChanged(architecture, random) : unitChanged(architecture, random),
    );
  };
  return {
    random(random) {
      if (space.structure !== "graph")
        return {
          id: "",
          units: space.units.map((_, unitIndex) => unitOf(unitIndex, lengthOf(unitIndex, random), random)),
          globals: globals.length === 0 ? [] : pick(globals, random),
        };
      let architecture: Architecture = bare(pick(measured, random));
      for (let step = numNodes(architecture); step > 0; step--) architecture = mutated(architecture, random);
      return architecture;
    },
    mutated,
  };
}

/** Structure alone: what was measured of a row does not travel to its changed copies. */
const bare = ({ units, globals, edges }: Architecture): Architecture =>
  edges === undefined ? { id: "", units, globals } : { id: "", units, globals, edges };

/**
 * A child of two parents: each unit (each place of a cell) from one or the other. Graphs are not crossed, since a node
 * means something among the edges of its own graph only.
 */
export function crossed(space: SearchSpace, a: Architecture, b: Architecture, random: Random): Architecture {
  if (space.structure === "graph") return a;
  const fromA = space.units.map(() => random() < 0.5);
  const units = a.units.map((unit, unitIndex) => {
    const other = b.units[unitIndex] ?? unit;
    if (space.structure === "cell")
      return unit.map((node, layer) => (random() < 0.5 ? node : (other[layer] ?? node)));
    // Units that are scored as one sequence stay together.
    const [first = unitIndex] = sequenceUnits(space, unitIndex);
    return fromA[first] ? unit : other;
  });
  return { ...a, units, globals: random() < 0.5 ? a.globals : b.globals };
}
