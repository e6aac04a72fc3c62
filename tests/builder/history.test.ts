import { describe, expect, it } from "vitest";
import { draftOf, emptyDraft, type Draft } from "@/lib/builder/draft";
import { applyEdit, type Edit } from "@/lib/builder/edits";
import { record, redo, startHistory, undo, type History } from "@/lib/builder/history";
import { seededRandom, type Random } from "@/lib/core/random";
import { stagedSpace } from "./spaces";

const repeat = <State>(times: number, step: (history: History<State>) => History<State>) => {
  return (start: History<State>) => Array.from({ length: times }).reduce<History<State>>(step, start);
};

describe("history", () => {
  it("a new gesture after undo forgets what was undone", () => {
    const history = record(undo(record(startHistory("a"), "b")), "c");
    expect(history).toEqual({ past: ["a"], present: "c", future: [] });
    expect(redo(history)).toBe(history);
  });

  it("undo at the start and redo at the end change nothing", () => {
    const history = startHistory("a");
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("undoing 200 random edits gives back the start (seed %i)", (seed) => {
    const random = seededRandom(seed);
    const start = startHistory<Draft>(emptyDraft(stagedSpace));
    const states: Draft[] = [start.present];
    let history = start;
    for (let step = 0; step < 200; step++) {
      history = record(history, applyEdit(stagedSpace, history.present, randomEdit(random)));
      states.push(structuredClone(history.present));
    }
    const end = history.present;
    for (let step = 199; step >= 0; step--) {
      history = undo(history);
      expect(history.present).toEqual(states[step]);
    }
    expect(history.past).toEqual([]);
    expect(history.present).toEqual({ units: [[], []], globals: [null] });
    expect(repeat<Draft>(200, redo)(history).present).toEqual(end);
  });
});

const below = (random: Random, count: number): number => Math.floor(random() * count);
const randomNode = (random: Random): number[] => [below(random, 2), below(random, 3)];

function randomEdit(random: Random): Edit {
  const unitIndex = below(random, 2);
  const layerIndex = below(random, 3);
  const slots = Array.from({ length: below(random, 4) }, () => (random() < 0.3 ? null : randomNode(random)));
  const architecture = {
    id: "random",
    units: [[randomNode(random)], [randomNode(random), randomNode(random)]],
    globals: [below(random, 2)],
  };
  const edits: readonly Edit[] = [
    { type: "setUnit", unitIndex, slots },
    { type: "setNode", unitIndex, layerIndex, node: randomNode(random) },
    { type: "clearNode", unitIndex, layerIndex },
    { type: "setLength", unitIndex, length: 2 + below(random, 2) },
    { type: "clearUnit", unitIndex },
    { type: "clear" },
    { type: "fill", completion: draftOf(architecture) },
    { type: "setGlobal", globalIndex: 0, code: below(random, 2) },
    { type: "load", draft: draftOf(architecture) },
  ];
  return edits[below(random, edits.length)] ?? { type: "clear" };
}
