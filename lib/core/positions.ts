/**
 * Positional features say where a node stands. Unit and layer follow from where it stands in an architecture; a file may
 * bring others as numbers that count up along the nodes. The encoder has a table for each (ALGORITHM section 2).
 */
import { maxLength, type Feature, type FeatureValue, type SearchSpace } from "./searchSpace";

const POSITION =
  /^(?:(?:unit|stage|block|group|segment|cell|layer|node|level|position|pos|depth)(?:[ _-]?(?:index|idx|id|number|num|no|nr|pos(?:ition)?))?|index|idx)$/i;

/** Whether a feature of this name may say where a node stands; its values decide. */
export const isPositionName = (name: string): boolean =>
  POSITION.test(name.replace(/([a-z])([A-Z])/g, "$1_$2"));

/** Whole numbers without a gap, from 0 or 1: positions that are counted. */
export function areCounted(values: readonly FeatureValue[]): boolean {
  const numbers = values.filter((value) => typeof value === "number").sort((a, b) => a - b);
  const [first = -1] = numbers;
  return (
    numbers.length === values.length &&
    (first === 0 || first === 1) &&
    numbers.every((value, index) => value === first + index)
  );
}

/**
 * Whether the values count up along the nodes of every architecture: each is that of the node before, the next one, or
 * begins anew. A number of layers that is called `depth` does not.
 * @param sequences the feature's values along the nodes of each architecture
 */
export function countUp(sequences: Iterable<readonly FeatureValue[]>): boolean {
  let isCounting = false;
  for (const sequence of sequences) {
    const [first] = sequence;
    for (const [index, value] of sequence.entries()) {
      const before = sequence[index - 1];
      if (before === undefined) continue;
      if (typeof value !== "number" || typeof before !== "number") return false;
      if (value !== before && value !== before + 1 && value !== first) return false;
      isCounting ||= value === before + 1;
    }
  }
  return isCounting;
}

/** The places of a staged or chained space as features: which unit a node is of, and which layer in it. */
export function placeFeatures({ structure, units, nodeFeatures }: SearchSpace): Feature[] {
  if (structure !== "staged" && structure !== "chain") return [];
  const longest = Math.max(0, ...units.map(maxLength));
  const places: Feature[] = [
    { name: "unit", kind: "positional", values: units.map(({ name }) => name) },
    { name: "layer", kind: "positional", values: Array.from({ length: longest }, (_, layer) => layer + 1) },
  ];
  return places.filter(
    ({ name, values }) => values.length > 1 && !nodeFeatures.some((feature) => feature.name === name),
  );
}
