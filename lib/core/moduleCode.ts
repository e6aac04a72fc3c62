import { ABSENT, type Edge, type Node } from "./architecture";
import { moduleKey, type Module } from "./module";
import { longestSequence } from "./scoredUnits";
import { maxLength, type Feature, type SearchSpace } from "./searchSpace";

/** A module as text for addresses: `0:0=1,2;1=0,0` is unit 1 with its first two layers. Same text, same module. */
export const encodeModule = (module: Module): string => moduleKey(module);

/**
 * The module behind such a text, or null where the text is no module of the space: addresses are typed and shared by
 * people, and outlive the predictor and the dataset they were made with.
 */
export function parseModule(text: string, space: SearchSpace): Module | null {
  const [unitText, moduleText, ...rest] = text.split(":");
  if (moduleText === undefined || rest.length > 0) return null;
  const [placesText = "", edgesText, ...moreEdges] = moduleText.split("@");
  if (moreEdges.length > 0) return null;
  const unitIndex = parseIndex(unitText ?? "");
  const unit = unitIndex === null ? undefined : space.units[unitIndex];
  if (unitIndex === null || unit === undefined) return null;

  const room = unit.joinsNext ? longestSequence(space) : maxLength(unit);
  const layers: number[] = [];
  const nodes: Node[] = [];
  for (const placeText of placesText.split(";")) {
    const [layerText, nodeText, ...tooMany] = placeText.split("=");
    const layer = parseIndex(layerText ?? "");
    const node = nodeText === undefined ? null : parseNode(nodeText, space.nodeFeatures);
    if (layer === null || node === null || tooMany.length > 0) return null;
    if (layer >= room || layers.includes(layer)) return null;
    layers.push(layer);
    nodes.push(node);
  }
  if (edgesText === undefined) return { unitIndex, layers, nodes };
  const edges = parseEdges(edgesText, nodes.length);
  return edges === null ? null : { unitIndex, layers, nodes, edges };
}

/** Edges between the nodes of the module, `0>1 1>2`; null where one of them names a node that is not there. */
function parseEdges(text: string, numNodes: number): Edge[] | null {
  const edges: Edge[] = [];
  for (const edgeText of text === "" ? [] : text.split(" ")) {
    const [sourceText, targetText, ...tooMany] = edgeText.split(">");
    const [source, target] = [parseIndex(sourceText ?? ""), parseIndex(targetText ?? "")];
    if (source === null || target === null || tooMany.length > 0) return null;
    if (source >= numNodes || target >= numNodes) return null;
    edges.push([source, target]);
  }
  return edges;
}

const parseIndex = (text: string): number | null => (/^\d{1,6}$/.test(text) ? Number(text) : null);

function parseNode(text: string, features: readonly Feature[]): Node | null {
  // "".split(",") is [""]: a space without node features writes its nodes as nothing.
  const codes = text === "" ? [] : text.split(",");
  if (codes.length !== features.length) return null;
  const node = codes.map((code) => (/^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(code) ? Number(code) : NaN));
  return node.every((code, index) => isLegalCode(code, features[index])) ? node : null;
}

function isLegalCode(code: number, feature: Feature | undefined): boolean {
  if (feature === undefined || !Number.isFinite(code)) return false;
  if (feature.kind === "continuous") return true;
  return Number.isInteger(code) && code >= ABSENT && code < feature.values.length;
}
