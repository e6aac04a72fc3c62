import { describe, expect, it } from "vitest";
import { claimMarkdown, claimSentence, escapeMarkdown, evidenceSentence, type Claim } from "@/lib/core/claim";

const numbers = {
  effect: (value: number) => `${value > 0 ? "+" : ""}${value}`,
  srcc: (value: number) => value.toFixed(2),
};

const claim: Claim = {
  module: "e6k5 in unit 2, layer 1",
  against: "the mean of single operations of the unit",
  effect: 0.4,
  low: 0.1,
  high: 0.7,
  scoreUnit: "% (accuracy)",
  support: 12,
  measured: {
    mean: 0.5,
    low: 0.2,
    high: 0.8,
    numSets: 9,
    numPairs: 20,
    numAgainst: 3,
    mostOtherDifferences: 0,
    counterExamples: ["net_1 (74.1) against net_2 (74.9)"],
  },
  noise: { low: -0.2, high: 0.2 },
  dataset: "My *best* data <img src=x>",
  predictor: "AutoBuild",
  srcc: 0.93,
  numTrain: 1800,
  link: "http://127.0.0.1:3000/datasets/d1/explore?module=1:0=1,1",
};

describe("claimSentence", () => {
  it("says effect, interval and support", () => {
    expect(claimSentence(claim, numbers)).toBe(
      "e6k5 in unit 2, layer 1 scores +0.4 % (accuracy) against the mean of single operations of the unit (90 % interval +0.1 to +0.7; held by 12 measured architectures).",
    );
    expect(claimSentence({ ...claim, effect: -0.4, low: null, high: null, support: 1 }, numbers)).toBe(
      "e6k5 in unit 2, layer 1 scores -0.4 % (accuracy) against the mean of single operations of the unit (no interval; held by 1 measured architecture).",
    );
  });
});

describe("evidenceSentence", () => {
  it("says what matched rows measure and how many contradict", () => {
    expect(evidenceSentence(claim, numbers)).toBe(
      "Measured architectures that differ only there: +0.5 % (accuracy), 90 % interval +0.2 to +0.8 (n = 9 matched sets); 3 of 20 pairs go the other way.",
    );
    expect(evidenceSentence({ ...claim, measured: null }, numbers)).toBe(
      "No two measured architectures differ there alone, so the data cannot be asked.",
    );
  });
});

describe("claimMarkdown", () => {
  it("holds n, effect, interval, counter-examples and link", () => {
    expect(claimMarkdown(claim, numbers)).toBe(
      [
        "**e6k5 in unit 2, layer 1 scores +0.4 % (accuracy) against the mean of single operations of the unit (90 % interval +0.1 to +0.7; held by 12 measured architectures).**",
        "",
        "- Measured architectures that differ only there: +0.5 % (accuracy), 90 % interval +0.2 to +0.8 (n = 9 matched sets); 3 of 20 pairs go the other way.",
        "- Strongest counter-examples (target in brackets):",
        "  - net\\_1 (74.1) against net\\_2 (74.9)",
        "- After training on shuffled targets, effects lie in -0.2 to +0.2; this one is outside.",
        "- Dataset My \\*best\\* data \\<img src=x\\>; predictor AutoBuild, trained on 1800 rows, held-out SRCC 0.93.",
        "- <http://127.0.0.1:3000/datasets/d1/explore?module=1:0=1,1>",
        "",
      ].join("\n"),
    );
  });

  it("leaves no mark-up of users' texts alive", () => {
    expect(escapeMarkdown("# a\n[x](javascript:y) `c` <b> ![i](u) | ~~s~~ &amp; $m$")).toBe(
      "\\# a \\[x\\](javascript:y) \\`c\\` \\<b\\> \\!\\[i\\](u) \\| \\~\\~s\\~\\~ \\&amp; \\$m\\$",
    );
    expect(claimMarkdown({ ...claim, link: "http://h/?q=a b>c" }, numbers)).toContain(
      "<http://h/?q=a%20b%3Ec>",
    );
  });
});
