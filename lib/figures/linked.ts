import type { Architecture, Node } from "../core/architecture";
import { holdsModule, type Module } from "../core/module";
import { holdsSequence } from "../core/moduleSupport";
import { sequenceLengths, sequencePlaces } from "../core/scoredUnits";
import { featureValue, operationKey, type FeatureValue, type SearchSpace } from "../core/searchSpace";
import { hasSequences } from "./candidates";

/** A value of a feature; the unit's name and the layer's number or name are values of `unit` and `layer`. */
export type SelectedValue = { readonly feature: string; readonly value: FeatureValue };

/** What is selected anywhere; every figure outlines what belongs to it. */
export type Selection = {
  /** Key of an operation (see operationKey). */
  readonly operation: string | null;
  readonly value: SelectedValue | null;
  readonly module: Module | null;
  readonly architecture: Architecture | null;
};

export const NOTHING_SELECTED: Selection = { operation: null, value: null, module: null, architecture: null };

/**
 * Whether a module belongs to what is selected: it has the operation or the value, the architecture holds it, or it is
 * a part of the selected module or has that one as a part. The selected module itself is not meant, which figures mark
 * otherwise.
 */
export function isLinked(space: SearchSpace, selection: Selection, shown: Module): boolean {
  const { operation, value, module, architecture } = selection;
  return (
    (operation !== null && shown.nodes.some((node) => operationKey(node) === operation)) ||
    (value !== null && holdsValue(space, shown, value)) ||
    (module !== null && (isPartOf(shown, module) || isPartOf(module, shown))) ||
    (architecture !== null && architectureHolds(space, architecture, shown))
  );
}

/** Whether an operation, anywhere or in a unit, belongs to what is selected. The selected operation itself does not. */
export function isOperationLinked(
  space: SearchSpace,
  { value, module, architecture }: Selection,
  key: string,
  unitIndex: number | null = null,
): boolean {
  const has = (nodes: readonly Node[]): boolean => nodes.some((node) => operationKey(node) === key);
  const node = key === "" ? [] : key.split(",").map(Number);
  const isOfUnit =
    value?.feature === "unit" && unitIndex !== null && space.units[unitIndex]?.name === value.value;
  return (
    (value !== null && (nodeHoldsValue(space, node, value) || isOfUnit)) ||
    (module !== null && (unitIndex ?? module.unitIndex) === module.unitIndex && has(module.nodes)) ||
    (architecture !== null &&
      has(unitIndex === null ? architecture.units.flat() : (architecture.units[unitIndex] ?? [])))
  );
}

/** Whether a value of a feature belongs to what is selected. The selected value itself does not. */
export function isValueLinked(space: SearchSpace, selection: Selection, shown: SelectedValue): boolean {
  const { operation, module, architecture } = selection;
  return (
    (operation !== null && nodeHoldsValue(space, operation.split(",").map(Number), shown)) ||
    (module !== null && holdsValue(space, module, shown)) ||
    (architecture !== null && architectureHoldsValue(space, architecture, shown))
  );
}

/** Whether an architecture holds what is selected. The selected architecture itself is not meant. */
export function isArchitectureLinked(
  space: SearchSpace,
  { operation, value, module }: Selection,
  shown: Architecture,
): boolean {
  return (
    (operation !== null &&
      shown.units.some((unit) => unit.some((node) => operationKey(node) === operation))) ||
    (value !== null && architectureHoldsValue(space, shown, value)) ||
    (module !== null && architectureHolds(space, shown, module))
  );
}

/** Whether a module is a whole sequence of its unit, rather than nodes in their places, whatever stands beside them. */
export const fillsUnit = (space: SearchSpace, { unitIndex, layers }: Module): boolean =>
  hasSequences(space) &&
  layers.length > 1 &&
  layers.every((layer, index) => layer === index) &&
  sequenceLengths(space, unitIndex).includes(layers.length);

/** Whether an architecture has these nodes in these layers, and nothing else in the unit where a module fills it. */
export const architectureHolds = (space: SearchSpace, architecture: Architecture, module: Module): boolean =>
  fillsUnit(space, module)
    ? holdsSequence(space, architecture, module)
    : holdsModule(architecture, module, false);

/** Whether every node of a smaller module stands in the same place of the larger. */
export function isPartOf(part: Module, whole: Module): boolean {
  if (part.unitIndex !== whole.unitIndex || part.layers.length >= whole.layers.length) return false;
  return part.layers.every((layer, index) => {
    const at = whole.layers.indexOf(layer);
    return at >= 0 && isSame(whole.nodes[at], part.nodes[index]);
  });
}

const isSame = (a: readonly number[] | undefined, b: readonly number[] | undefined): boolean =>
  a !== undefined && b !== undefined && operationKey(a) === operationKey(b);

/** Whether a node of the module has the value, or stands in the unit or layer of that name. */
function holdsValue(space: SearchSpace, module: Module, shown: SelectedValue): boolean {
  if (module.nodes.some((node) => nodeHoldsValue(space, node, shown))) return true;
  const places = fillsUnit(space, module)
    ? sequencePlaces(space, module.unitIndex, module.nodes.length)
    : module.layers.map((layerIndex) => ({ unitIndex: module.unitIndex, layerIndex }));
  return places.some(({ unitIndex, layerIndex }) => isPlaceOf(space, unitIndex, layerIndex, shown));
}

const architectureHoldsValue = (
  space: SearchSpace,
  { units, globals }: Architecture,
  shown: SelectedValue,
): boolean =>
  space.globalFeatures.some(
    (feature, index) =>
      feature.name === shown.feature && featureValue(feature, globals[index] ?? NaN) === shown.value,
  ) ||
  units.some((unit, unitIndex) =>
    unit.some(
      (node, layerIndex) =>
        nodeHoldsValue(space, node, shown) || isPlaceOf(space, unitIndex, layerIndex, shown),
    ),
  );

const nodeHoldsValue = (
  { nodeFeatures }: Pick<SearchSpace, "nodeFeatures">,
  node: Node,
  { feature: name, value }: SelectedValue,
): boolean =>
  nodeFeatures.some(
    (feature, index) => feature.name === name && featureValue(feature, node[index] ?? NaN) === value,
  );

function isPlaceOf(
  { units }: Pick<SearchSpace, "units">,
  unitIndex: number,
  layerIndex: number,
  { feature, value }: SelectedValue,
): boolean {
  if (feature === "unit") return units[unitIndex]?.name === value;
  return (
    feature === "layer" && (value === layerIndex + 1 || value === units[unitIndex]?.layerNames?.[layerIndex])
  );
}

/** A value as text for addresses: `kernel=5`. */
export const encodeValue = ({ feature, value }: SelectedValue): string => `${feature}=${value}`;

/** The value behind such a text; null where the space has none of it. */
export function parseValue(text: string, space: SearchSpace): SelectedValue | null {
  const { units, nodeFeatures, globalFeatures } = space;
  const features = [
    ...nodeFeatures,
    ...globalFeatures,
    { name: "unit", values: units.map(({ name }) => name) },
    {
      name: "layer",
      values: units.flatMap(({ lengths, layerNames = [] }) => [
        ...Array.from({ length: lengths.at(-1) ?? 0 }, (_, layerIndex) => layerIndex + 1),
        ...layerNames,
      ]),
    },
  ];
  return (
    features
      .flatMap(({ name, values }) => values.map((value): SelectedValue => ({ feature: name, value })))
      .find((value) => encodeValue(value) === text) ?? null
  );
}
