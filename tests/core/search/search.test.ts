import { describe, expect, it } from "vitest";
import { operationsOf } from "@/lib/core/search/operations";
import type { SearchPlan, SearchRegion } from "@/lib/core/search/plan";
import { bestFirst, rankSlots, reduceSlots } from "@/lib/core/search/reduce";
import { runSearch } from "@/lib/core/search/search";
import { numAssembled, slotsOf } from "@/lib/core/search/slots";
import { spaceSize } from "@/lib/core/search/spaceSize";
import { allSequences, architecture, evaluate, scored, stagedSpace } from "./spaces";

const accuracySlots = slotsOf(stagedSpace, [scored(allSequences)], [1]);
const reduced = (count: number): SearchRegion => ({
  kind: "reduced",
  slots: reduceSlots(rankSlots(accuracySlots, 50), [count, count]),
  globals: [],
});
const whole: SearchRegion = {
  kind: "whole",
  operations: operationsOf(stagedSpace, []),
  measured: [],
  globals: [],
};
const accuracy = { name: "accuracy", goal: "max" as const };
const latency = { name: "latency", goal: "min" as const };
const plan: SearchPlan = {
  space: stagedSpace,
  predicted: [accuracy, { ...latency, goal: null }],
  constraints: "",
  template: null,
  region: reduced(5),
  method: "exhaustive",
  budget: 1_000,
  seed: 1,
  cautious: false,
  keep: 100,
};
const values = (found: readonly { predicted: readonly { value: number }[] }[], index = 0): number[] =>
  found.map(({ predicted }) => predicted[index]?.value ?? NaN);

describe("a search", () => {
  it("counts the whole space: two units of 36 + 216 sequences", () =>
    expect(spaceSize(stagedSpace)).toBe(63_504n));

  it("goes through all of a reduced space, five modules a unit", async () => {
    const { found, numPredicted, exhausted, numFront } = await runSearch(plan, evaluate);
    expect({ numPredicted, exhausted, numFront }).toEqual({ numPredicted: 25, exhausted: true, numFront: 1 });
    expect(found[0]?.architecture.units).toEqual([
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    ]);
  });

  it("stops at its budget and says that something is left", async () => {
    const { numPredicted, exhausted } = await runSearch({ ...plan, budget: 7 }, evaluate);
    expect({ numPredicted, exhausted }).toEqual({ numPredicted: 7, exhausted: false });
  });

  it("best-first comes in the order of the sums, which are exact where scores add up", async () => {
    const asked: number[] = [];
    const recording: typeof evaluate = async (architectures) => {
      const answers = await evaluate(architectures);
      asked.push(...answers.map(([first]) => first?.value ?? NaN));
      return answers;
    };
    const region = { ...reduced(50), kind: "reduced" as const, slots: accuracySlots, globals: [] };
    await runSearch({ ...plan, method: "best-first", region, budget: 300 }, recording);
    expect(asked.slice(0, 4)).toEqual([18, 17, 17, 17]);
    expect(asked).toEqual(asked.toSorted((a, b) => b - a));
  });

  it("keeps the constraints, those of structure before anything is predicted", async () => {
    const constraints = "latency <= 12\nunits[2].length = 2";
    const region = { kind: "reduced" as const, slots: accuracySlots, globals: [] };
    const { found } = await runSearch(
      { ...plan, region, budget: 4_000, method: "best-first", constraints },
      evaluate,
    );
    expect(values(found)[0]).toBe(13);
    expect(found.every(({ architecture: { units } }) => units[1]?.length === 2)).toBe(true);
    expect(Math.max(...values(found, 1))).toBeLessThanOrEqual(12);
  });

  it("answers with what breaks the constraints least where nothing keeps them", async () => {
    const { found, numKeeping } = await runSearch({ ...plan, constraints: "latency < 1" }, evaluate);
    expect([numKeeping, values(found, 1)[0]]).toEqual([0, 14]);
    expect(found[0]?.violation).toBe(13);
  });

  it("says which constraint it cannot read", () =>
    expect(runSearch({ ...plan, constraints: "latency < 20\nlatancy < 1" }, evaluate)).rejects.toThrow(
      "Constraints, line 2, character 1: There is no metric latancy. Did you mean latency?",
    ));

  it("draws at random without drawing anything twice, and a seed repeats it", async () => {
    const random = { ...plan, method: "random" as const, region: whole, budget: 40 };
    const first = await runSearch(random, evaluate);
    expect(first.numPredicted).toBe(40);
    expect(await runSearch(random, evaluate)).toEqual(first);
    expect((await runSearch({ ...random, seed: 2 }, evaluate)).found).not.toEqual(first.found);
  });

  it("evolution finds the best of 63,504 within 1,000 predictions", async () => {
    const { found } = await runSearch({ ...plan, method: "evolution", region: whole }, evaluate);
    expect(values(found)[0]).toBe(18);
  });

  it("evolution finds the whole front of two objectives", async () => {
    const sought = {
      ...plan,
      predicted: [accuracy, latency],
      method: "evolution" as const,
      region: whole,
      budget: 3_000,
    };
    const { found, numFront } = await runSearch(sought, evaluate);
    const front = new Set(
      found.slice(0, numFront).map(({ predicted }) => predicted.map(({ value }) => value).join()),
    );
    // Kernels are free: four layers give 8, each of two more 3 for a latency of 3 with expand, or 2 for 1 without.
    expect([...front]).toContain("8,4");
    expect([...front]).toContain("12,6");
    expect([...front]).toContain("18,18");
  });

  it("best-first with two objectives looks along both and between them", async () => {
    const scores = [
      scored(allSequences),
      scored(allSequences).map((score) => ({ ...score, score: score.nodes.length })),
    ];
    const slots = slotsOf(stagedSpace, scores, [1, -1]);
    const region = { kind: "reduced" as const, slots, globals: [] };
    const { found } = await runSearch(
      { ...plan, predicted: [accuracy, latency], method: "best-first", region, budget: 50 },
      evaluate,
    );
    expect(values(found)).toContain(18);
    expect(Math.min(...values(found, 1))).toBeLessThanOrEqual(8);
  });

  it("a cautious search judges by the worse end of the interval", async () => {
    const unsure: typeof evaluate = async (architectures) =>
      architectures.map(({ units }) => {
        const value = units.flat().length;
        return [{ value, low: -value, high: value }];
      });
    const asked = {
      ...plan,
      predicted: [accuracy],
      method: "evolution" as const,
      region: whole,
      budget: 200,
    };
    const longest = await runSearch(asked, unsure);
    const surest = await runSearch({ ...asked, cautious: true }, unsure);
    expect([values(longest.found)[0], values(surest.found)[0]]).toEqual([6, 4]);
  });

  it("can be cancelled between batches", async () => {
    const abort = new AbortController();
    const searching = runSearch({ ...plan, method: "random", region: whole, budget: 5_000 }, evaluate, {
      signal: abort.signal,
      onProgress: () => abort.abort(new Error("enough")),
    });
    await expect(searching).rejects.toThrow("enough");
  });

  it("refuses to go through the whole space one by one", () =>
    expect(runSearch({ ...plan, region: whole }, evaluate)).rejects.toThrow(
      "The whole space has no best modules",
    ));
});

describe("the reduced space", () => {
  it("has the exact size of the paper's example: 5 units with 5 modules are 3,125", () => {
    const [unit] = reduceSlots(rankSlots(accuracySlots, 5), [5, 5]);
    expect(unit && numAssembled([unit, unit, unit, unit, unit])).toBe(3_125n);
  });

  it("keeps modules that trade one objective for another", () => {
    const scores = [
      scored(allSequences),
      scored(allSequences).map((score) => ({ ...score, score: score.nodes.length })),
    ];
    const [first] = reduceSlots(rankSlots(slotsOf(stagedSpace, scores, [1, -1]), 10), [2, 2]);
    expect(first?.modules.map(({ gains }) => gains)).toEqual([
      [6, -2],
      [9, -3],
    ]);
  });

  it("puts the best sum first", () => {
    const [best] = bestFirst(accuracySlots, [1]);
    expect(best?.sum).toBe(18);
    expect(
      architecture(...(best?.modules.map(({ nodes }) => nodes.map((node) => [...node])) ?? [])).units[0],
    ).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });
});
