import { describe, expect, it } from "vitest";
import type { Draft } from "@/lib/builder/draft";
import { encodeDraft, parseDraft } from "@/lib/builder/draftCode";
import { applyEdit, type Edit } from "@/lib/builder/edits";
import { graphChoices } from "@/lib/builder/graph/choices";
import { graphFault, operationIssue } from "@/lib/builder/graph/legality";
import { startGraph } from "@/lib/builder/graph/start";
import { record, redo, startHistory, undo, type History } from "@/lib/builder/history";
import { slotsIssue, toArchitecture } from "@/lib/builder/legality";
import { seededRandom, type Random } from "@/lib/core/random";
import { CONV, INPUT, nodeCells, OUTPUT, plainGraphs, type GraphCase } from "./graphs";

const NUM_EDITS = 60;
const SEEDS = Array.from({ length: 24 }, (_, seed) => seed);

/** Any legal edit of the draft: of its graph from a random node, or another operation in a place. */
function legalEdit({ dataset: { space }, rules }: GraphCase, draft: Draft, random: Random): Edit | null {
  const below = (count: number): number => Math.floor(random() * count);
  const layerIndex = below(draft.units[0]?.length ?? 0);
  if (random() < 0.3) {
    const node = space.nodeFeatures.map(({ values }) => below(values.length));
    if (operationIssue(space, rules, draft, layerIndex, node) !== null) return null;
    return { type: "setNode", unitIndex: 0, layerIndex, node };
  }
  if (random() < 0.1) return { type: "clearNode", unitIndex: 0, layerIndex };
  const { edges, nodes } = graphChoices(space, rules, draft, new Set(), { unitIndex: 0, layerIndex });
  const legal = [...edges, ...nodes].filter(({ reason }) => reason === null);
  return legal[below(legal.length)]?.edit ?? null;
}

function session(graphs: GraphCase, start: Draft, seed: number): History<Draft> {
  const random = seededRandom(seed);
  let history = startHistory(start);
  for (let step = 0; step < NUM_EDITS; step++) {
    const draw = random();
    const edit = legalEdit(graphs, history.present, random);
    if (draw < 0.15) history = undo(history);
    else if (draw < 0.25) history = redo(history);
    else if (edit !== null) history = record(history, applyEdit(graphs.dataset.space, history.present, edit));
  }
  return history;
}

const operationAt = (layer: number, count: number) =>
  layer === 0 ? INPUT : layer === count - 1 ? OUTPUT : CONV;

const everyDraft = ({ past, present, future }: History<Draft>): Draft[] => [...past, present, ...future];

const repeated = (history: History<Draft>, step: typeof undo<Draft>): History<Draft> => {
  let current = history;
  for (let next = step(current); next !== current; next = step(current)) current = next;
  return current;
};

describe.each([
  ["NAS-Bench-101 cell", nodeCells, nodeCells.first],
  ["NAS-Bench-101 cell from the start", nodeCells, startGraph(nodeCells.dataset.space, nodeCells.rules)],
  ["plain graph", plainGraphs, plainGraphs.first],
])("random edits of a %s", (_, graphs, start) => {
  const { rules } = graphs;
  const { space } = graphs.dataset;

  it.each(SEEDS)("seed %i: every edit leaves a legal draft", (seed) => {
    for (const draft of everyDraft(session(graphs, start, seed))) {
      expect(graphFault(space, rules, draft)).toBeNull();
      expect(slotsIssue(space, 0, draft.units[0] ?? [])).toBeNull();
      const numNodes = draft.units.flat().length;
      expect((draft.edges ?? []).every((edge) => edge.every((end) => end >= 0 && end < numNodes))).toBe(true);
    }
  });

  it.each(SEEDS)("seed %i: undoing everything gives back the start, redoing all the end", (seed) => {
    const history = session(graphs, start, seed);
    const end = repeated(history, redo).present;
    const begun = repeated(history, undo);
    expect(begun.present).toBe(start);
    expect(repeated(begun, redo).present).toBe(end);
  });

  it.each(SEEDS)("seed %i: the address brings every draft back", (seed) => {
    for (const draft of everyDraft(session(graphs, start, seed)))
      expect(parseDraft(encodeDraft(draft) ?? "", space)).toEqual(draft);
  });
});

describe("what the edits reach", () => {
  it("whole graphs of every length, once open places are filled", () => {
    const drafts = SEEDS.flatMap((seed) => everyDraft(session(nodeCells, nodeCells.first, seed)));
    const { space } = nodeCells.dataset;
    const filled = drafts.map(({ units, ...rest }) => ({
      ...rest,
      units: units.map((slots) => slots.map((slot, layer) => slot ?? operationAt(layer, slots.length))),
    }));
    const lengths = filled
      .filter((draft) => toArchitecture(space, draft, "", nodeCells.rules) !== null)
      .map(({ units }) => units.flat().length);
    expect([...new Set(lengths)].sort()).toEqual([2, 3, 4, 5]);
  });
});
