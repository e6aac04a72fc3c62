/** A draft as text for addresses: short, readable, and only ever read back as a draft of the space. */
import type { Edge, Node } from "../core/architecture";
import { linkedEdges } from "../core/linkedEdges";
import { maxLength, type SearchSpace } from "../core/searchSpace";
import { isEmptyDraft, type Draft, type Slot } from "./draft";
import { slotsIssue } from "./legality";

const OPEN = "_";

/** `0,2;1,2|_;1,1~3` is two units of two layers and one global feature; null for a draft without any choice. */
export function encodeDraft(draft: Draft): string | null {
  if (isEmptyDraft(draft) && draft.units.every((slots) => slots.length === 0)) return null;
  const units = draft.units.map((slots) => slots.map(encodeSlot).join(";")).join("|");
  const globals = draft.globals.map((code) => code ?? OPEN).join(",");
  const edges = draft.edges?.map(([source, target]) => `${source}.${target}`).join(",");
  if (edges !== undefined) return `${units}~${globals}~${edges}`;
  return globals === "" ? units : `${units}~${globals}`;
}

/** The draft behind such a text, or null where it is none of this space: people type and share addresses. */
export function parseDraft(text: string, space: SearchSpace): Draft | null {
  const [unitsText = "", globalsText = "", edgesText, ...rest] = text.split("~");
  const unitTexts = unitsText.split("|");
  if (rest.length > 0 || unitTexts.length !== space.units.length) return null;
  const units = unitTexts.map((unitText, unitIndex) => parseUnit(unitText, unitIndex, space));
  const globals = parseGlobals(globalsText, space);
  const numNodes = units.reduce((sum, slots) => sum + (slots?.length ?? 0), 0);
  const edges = edgesText === undefined ? undefined : parseEdges(edgesText, numNodes);
  if (globals === null || edges === null || units.some((slots) => slots === null)) return null;
  const filled = units.filter((slots) => slots !== null);
  // Edges that follow from the nodes are theirs, whatever an address says.
  const own = edges === undefined ? undefined : (linkedEdges(space, filled) ?? edges);
  return { units: filled, globals, ...(own === undefined ? {} : { edges: own }) };
}

const encodeSlot = (slot: Slot): string => (slot === null ? OPEN : slot.join(","));

function parseUnit(text: string, unitIndex: number, space: SearchSpace): Slot[] | null {
  if (text === "") return [];
  const slotTexts = text.split(";");
  const unit = space.units[unitIndex];
  if (unit === undefined || slotTexts.length > maxLength(unit)) return null;
  const slots = slotTexts.map((slotText): Slot => (slotText === OPEN ? null : parseNode(slotText)));
  return slotsIssue(space, unitIndex, slots) === null ? slots : null;
}

/** Codes that are no numbers become NaN, which no feature allows. */
const parseNode = (text: string): Node => text.split(",").map(parseCode);

const parseCode = (text: string): number => (text.trim() === "" ? NaN : Number(text));

function parseGlobals(text: string, space: SearchSpace): (number | null)[] | null {
  const codes = text === "" ? [] : text.split(",").map((code) => (code === OPEN ? null : parseCode(code)));
  if (codes.length === 0) return space.globalFeatures.map(() => null);
  if (codes.length !== space.globalFeatures.length || codes.some(Number.isNaN)) return null;
  return codes;
}

function parseEdges(text: string, numNodes: number): Edge[] | null {
  if (text === "") return [];
  const edges = text.split(",").map((edge): Edge => {
    const [source = NaN, target = NaN] = edge.split(".").map(parseCode);
    return [source, target];
  });
  const isNode = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < numNodes;
  return edges.every(([source, target]) => isNode(source) && isNode(target)) ? edges : null;
}
