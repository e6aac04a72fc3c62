import { describe, expect, it } from "vitest";
import { asGoodAs, coverageWords, partSentences, partsInShort, simpleSentence } from "@/lib/figures/madeOf";

const parts = (network: number, networkSrcc = 0.9, processSrcc = 0.92) => [
  { part: "graph network", weight: network, srcc: networkSrcc },
  { part: "module process", weight: 1 - network, srcc: processSrcc },
];

describe("what a predictor is made of, in words", () => {
  it("names the share of every part", () => {
    expect(partSentences(parts(0.34))).toEqual([
      "The graph network carries 34 % of every prediction; the module process 66 %.",
    ]);
    expect(partsInShort(parts(0.34))).toBe("graph network 34 %, module process 66 %");
  });

  it("says which part adds nothing, and what the network's embeddings are still for", () => {
    expect(partSentences(parts(0))[1]).toBe(
      "On these rows the graph network adds nothing to the module process; its embeddings still carry the importances.",
    );
    expect(partSentences(parts(0.04))[1]).toContain("adds next to nothing to the module process");
    expect(partSentences(parts(1))[1]).toBe(
      "On these rows the module process adds nothing to the graph network.",
    );
    expect(partSentences(parts(0.05))).toHaveLength(1);
  });

  it("says which part to trust where they disagree by more than 0.1", () => {
    expect(partSentences(parts(0.34, 0.7, 0.91))[1]).toBe(
      "The parts disagree: on rows it did not see the module process ranks with SRCC 0.91, the graph network with 0.70. Trust the module process.",
    );
    expect(partSentences(parts(0.34, 0.85, 0.92))).toHaveLength(1);
    expect(partSentences(parts(0.34, NaN, 0.92))).toHaveLength(1);
  });

  it("has nothing to compare a single part with", () =>
    expect(partSentences([{ part: "module process", weight: 1, srcc: 0.9 }])).toEqual([
      "The module process carries 100 % of every prediction.",
    ]));
});

describe("coverage in words", () => {
  it.each([
    [0.9, 200, "info", "90 % of the held-out architectures lie inside their 90 % interval, as they should."],
    [0.85, 20, "info", "85 % of the held-out architectures lie inside their 90 % interval, as they should."],
    [0.8, 20, "warn", "intervals are too narrow here"],
    [0.97, 200, "warn", "intervals are too wide here"],
    [0.5, 19, "info", "with 19 of them that says little"],
  ])("%s of %s rows", (coverage, numTest, tone, words) => {
    const told = coverageWords(coverage, numTest);
    expect(told.tone).toBe(tone);
    expect(told.words).toContain(words);
  });
});

describe("simple models on the same rows", () => {
  const simple = [
    { name: "random forest", numTrain: 400, srcc: 0.9 },
    { name: "ridge regression", numTrain: 400, srcc: 0.976 },
  ];

  it("are as good from 0.005 below the predictor on", () => {
    expect(asGoodAs(simple, 0.98)?.name).toBe("ridge regression");
    expect(asGoodAs(simple, 0.982)).toBeNull();
    expect(asGoodAs([], 0.9)).toBeNull();
    expect(asGoodAs(simple, null)).toBeNull();
  });

  it("are told with both figures", () => {
    expect(simpleSentence(simple, { srcc: 0.98, numTrain: 400 })).toBe(
      "A simple model is as good here: ridge regression ranks held-out rows with 0.98, this predictor with 0.98.",
    );
    expect(simpleSentence(simple, { srcc: 0.99, numTrain: 400 })).toBe(
      "Simple models rank worse here: ridge regression ranks held-out rows with 0.98, this predictor with 0.99.",
    );
    expect(simpleSentence(simple, { srcc: 0.984, numTrain: 400 })).toBe(
      "Simple models rank worse here: ridge regression ranks held-out rows with 0.976, this predictor with 0.984.",
    );
    expect(simpleSentence([], { srcc: 0.99, numTrain: 400 })).toBeNull();
  });

  it("are said to rest on fewer rows where they do", () =>
    expect(simpleSentence(simple, { srcc: 0.99, numTrain: 1_800 })).toBe(
      "Simple models rank worse here: ridge regression ranks held-out rows with 0.98, this predictor with 0.99. " +
        "The simple model was fitted to 400 rows only, this predictor to 1,800.",
    ));
});
