/**
 * Edges that follow from a feature: a node of a DARTS cell names the state it reads, so a node with another input has
 * other edges. Old edges beside a new input would describe a network that nobody means.
 */
import type { Architecture, Edge, Node } from "./architecture";
import { featureValue, type SearchSpace } from "./searchSpace";

/** Two entries make one state of a cell; before the first stand the outputs of the two cells before. */
const ENTRIES = 2;
const INPUT_STATES = ["c_{k-2}", "c_{k-1}"];

/** The index of the feature that names a node's input; -1 where edges do not follow from a feature. */
const inputFeature = ({ structure, nodeFeatures }: SearchSpace): number =>
  structure !== "graph"
    ? -1
    : nodeFeatures.findIndex(
        ({ name, values }) => name === "input" && values.every((value) => stateOf(String(value)) !== null),
      );

/** The state behind its name: 0 and 1 for the cells before, then the nodes of this one; null for any other text. */
function stateOf(name: string): number | null {
  const input = INPUT_STATES.indexOf(name);
  if (input >= 0) return input;
  const [, number] = /^node (\d+)$/.exec(name) ?? [];
  return number === undefined ? null : Number(number) + 1;
}

/** Whether the space's edges follow from its nodes. */
export const hasLinkedEdges = (space: SearchSpace): boolean => inputFeature(space) >= 0;

/**
 * The edges that the nodes' inputs say; null where edges do not follow from a feature.
 * @param units open places have no edges into them
 */
export function linkedEdges(space: SearchSpace, units: readonly (readonly (Node | null)[])[]): Edge[] | null {
  const featureIndex = inputFeature(space);
  const feature = space.nodeFeatures[featureIndex];
  if (feature === undefined) return null;
  let first = 0;
  return units.flatMap((unit) => {
    const offset = first;
    first += unit.length;
    return unit.flatMap((node, layer): Edge[] => {
      const state = stateOf(String(node === null ? null : featureValue(feature, node[featureIndex] ?? -1)));
      if (state === null || state < INPUT_STATES.length) return [];
      const source = offset + ENTRIES * (state - INPUT_STATES.length);
      return [
        [source, offset + layer],
        [source + 1, offset + layer],
      ];
    });
  });
}

/** Why a node cannot stand in this layer: it would read a state that comes after it. Null where it can. */
export function linkIssue(space: SearchSpace, node: Node, layer: number): string | null {
  const featureIndex = inputFeature(space);
  const feature = space.nodeFeatures[featureIndex];
  if (feature === undefined) return null;
  const name = String(featureValue(feature, node[featureIndex] ?? -1));
  const state = stateOf(name);
  const own = INPUT_STATES.length + Math.floor(layer / ENTRIES);
  return state === null || state < own ? null : `reads ${name}, which does not come before it`;
}

/** The architecture with the edges that its nodes say; as it is where edges do not follow from a feature. */
export function withLinkedEdges(space: SearchSpace, architecture: Architecture): Architecture {
  const edges = linkedEdges(space, architecture.units);
  return edges === null ? architecture : { ...architecture, edges };
}
