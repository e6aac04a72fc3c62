import type { Architecture, Node } from "../architecture";
import type { Module } from "../module";
import { sequencePlaces, sequenceUnits } from "../scoredUnits";
import { maxLength, operationKey, type SearchSpace } from "../searchSpace";

/** What stands in a slot where an architecture has no such layer. */
export const EMPTY = 0;

/**
 * Architectures as rows of one number a slot, so that comparing two of them costs a loop over small integers. Slots
 * are the layers of all units, then the features of whole architectures, then the edges where architectures bring
 * their own. Equal numbers in a column mean the same, EMPTY means that there is no such layer.
 */
export type SlotTable = {
  readonly numRows: number;
  readonly numSlots: number;
  /** shape [numRows][numSlots] */
  readonly values: Int32Array;
  /** The slot of a layer. */
  readonly slotOf: (unitIndex: number, layerIndex: number) => number;
  /** The number that stands for a node; -1 for one that no architecture holds. */
  readonly numberOf: (node: Node) => number;
  /** Slots that are layers; the rest are features of whole architectures and edges. */
  readonly numLayerSlots: number;
};

export function slotTable(space: SearchSpace, architectures: readonly Architecture[]): SlotTable {
  const starts: number[] = [];
  let numLayerSlots = 0;
  for (const unit of space.units) {
    starts.push(numLayerSlots);
    numLayerSlots += maxLength(unit);
  }
  const numGlobals = space.globalFeatures.length;
  const numSlots = numLayerSlots + numGlobals + 1;
  const values = new Int32Array(architectures.length * numSlots);
  const numbers = new Map<string, number>();
  const numberFor = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size + 1);
    return numbers.size;
  };
  architectures.forEach((architecture, row) => {
    const start = row * numSlots;
    architecture.units.forEach((unit, unitIndex) =>
      unit.forEach((node, layer) => {
        values[start + (starts[unitIndex] ?? 0) + layer] = numberFor(operationKey(node));
      }),
    );
    architecture.globals.forEach((code, index) => {
      values[start + numLayerSlots + index] = numberFor(`global ${code}`);
    });
    const { edges } = architecture;
    if (edges)
      values[start + numSlots - 1] = numberFor(`edges ${edges.map((edge) => edge.join(">")).join(" ")}`);
  });
  return {
    numRows: architectures.length,
    numSlots,
    numLayerSlots,
    values,
    slotOf: (unitIndex, layerIndex) => (starts[unitIndex] ?? 0) + layerIndex,
    numberOf: (node) => numbers.get(operationKey(node)) ?? -1,
  };
}

/** Where a module stands in a slot table. */
export type ModulePlace = {
  /** Slots that the module decides; everything else is the rest of the network. */
  readonly slots: readonly number[];
  /** What the module has in them. */
  readonly wanted: readonly number[];
  /** Whether the module is all of its unit (and the next, where they are scored together). */
  readonly fillsUnit: boolean;
};

/** @param fillsUnit whether the module is a whole sequence rather than nodes in their places */
export function modulePlaceOf(
  space: SearchSpace,
  table: SlotTable,
  module: Module,
  fillsUnit: boolean,
): ModulePlace {
  const numbers = module.nodes.map(table.numberOf);
  if (!fillsUnit)
    return {
      slots: module.layers.map((layer) => table.slotOf(module.unitIndex, layer)),
      wanted: numbers,
      fillsUnit,
    };
  const slots = sequenceUnits(space, module.unitIndex).flatMap((unitIndex) => {
    const unit = space.units[unitIndex];
    return Array.from({ length: unit ? maxLength(unit) : 0 }, (_, layer) => table.slotOf(unitIndex, layer));
  });
  const filled = sequencePlaces(space, module.unitIndex, module.nodes.length);
  const wanted = slots.map((slot) => {
    const index = filled.findIndex(
      ({ unitIndex, layerIndex }) => table.slotOf(unitIndex, layerIndex) === slot,
    );
    return index < 0 ? EMPTY : (numbers[index] ?? -1);
  });
  return { slots, wanted, fillsUnit };
}

/** Whether a row has exactly the module in its place. */
export const holdsAt = ({ values, numSlots }: SlotTable, place: ModulePlace, row: number): boolean =>
  place.slots.every((slot, index) => values[row * numSlots + slot] === place.wanted[index]);

/** Whether a row has anything in the module's place: as many layers as a sequence, every layer of placed nodes. */
export const hasPlace = ({ values, numSlots }: SlotTable, place: ModulePlace, row: number): boolean =>
  place.slots.every(
    (slot, index) => (values[row * numSlots + slot] === EMPTY) === (place.wanted[index] === EMPTY),
  );
