import { featureValue, type FeatureValue, type SearchSpace } from "../searchSpace";
import type { Architecture, Node } from "../architecture";
import { isRecord } from "./readTable";

/**
 * A space's notation is the id of its reader, then what that reader must know of the file to write like it (names of
 * columns, JSON or Python, length of padded lists) as JSON: `layer-lists {"depth":"n_layer"}`.
 */
export const notationWith = (readerId: string, details: Readonly<Record<string, unknown>>): string =>
  `${readerId} ${JSON.stringify(details)}`;

/** Id of the reader that wrote the notation. */
export const notationReader = (notation: string): string => notation.split(" ", 1)[0] ?? notation;

/** What `notationWith` noted; empty where nothing was, or where a file was changed by hand. */
export function notationDetails(space: Pick<SearchSpace, "notation">): Record<string, unknown> {
  const start = space.notation.indexOf(" ");
  if (start < 0) return {};
  try {
    const details: unknown = JSON.parse(space.notation.slice(start));
    return isRecord(details) ? details : {};
  } catch {
    return {};
  }
}

/** The value of a node's feature, a constant one included; null where it does not apply. */
export function nodeValue(space: SearchSpace, node: Node, name: string): FeatureValue | null {
  const index = space.nodeFeatures.findIndex((feature) => feature.name === name);
  const feature = space.nodeFeatures[index];
  return feature ? featureValue(feature, node[index] ?? -1) : constantValue(space, name);
}

/** The value of a feature of the whole architecture, a constant one included. */
export function globalValue(
  space: SearchSpace,
  architecture: Pick<Architecture, "globals">,
  name: string,
): FeatureValue | null {
  const index = space.globalFeatures.findIndex((feature) => feature.name === name);
  const feature = space.globalFeatures[index];
  return feature ? featureValue(feature, architecture.globals[index] ?? -1) : constantValue(space, name);
}

function constantValue(space: SearchSpace, name: string): FeatureValue | null {
  const value = space.constants[name];
  return typeof value === "number" || typeof value === "string" ? value : null;
}

/** Names of all features of the whole architecture that have a value, constant ones among them. */
export const globalNames = (space: SearchSpace, nodeNames: readonly string[]): string[] => [
  ...space.globalFeatures.map(({ name }) => name),
  ...Object.keys(space.constants).filter(
    (name) =>
      !nodeNames.includes(name) &&
      !space.globalFeatures.some((feature) => feature.name === name) &&
      !space.nodeFeatures.some((feature) => feature.name === name),
  ),
];

export const textDetail = (details: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = details[name];
  return typeof value === "string" ? value : null;
};

export const listDetail = (details: Readonly<Record<string, unknown>>, name: string): string[] => {
  const value = details[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
};
