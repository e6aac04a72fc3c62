import { expect, it } from "vitest";
import { outsideQuotes } from "@/lib/core/formats/outsideQuotes";

const told = (text: string, from?: number, depth?: number) =>
  [...outsideQuotes(text, from, depth)].map(({ at, character, depth: open }) => [at, character, open]);

it("leaves out quoted text, with the brackets and escaped quotes in it", () =>
  expect(told("a'(\\'x'b")).toEqual([
    [0, "a", 0],
    [7, "b", 0],
  ]));

it("counts brackets of any kind behind each character, also from the middle of a text", () => {
  expect(told("([x])").map(([, , depth]) => depth)).toEqual([1, 2, 2, 1, 0]);
  expect(told("f(x)", 2, 1)).toEqual([
    [2, "x", 1],
    [3, ")", 0],
  ]);
});
