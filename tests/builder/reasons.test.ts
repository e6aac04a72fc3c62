import { describe, expect, it } from "vitest";
import { reasonQuestions } from "@/lib/builder/reasons";
import { operationsOf } from "@/lib/core/search/operations";
import { CONV, INPUT, nodeCells, OUTPUT } from "./graph/graphs";

describe("the others that a place of a graph is compared with", () => {
  it("are operations that may stand there: no input or output between the ends, which nothing replaces", () => {
    const { space, architectures } = nodeCells.dataset;
    const [first] = architectures;
    if (first === undefined) throw new Error("There is no row.");
    const questions = reasonQuestions(space, first, architectures, operationsOf(space, architectures));
    // In the codes of graphs.ts. The rows have convolutions and outputs in place 2, these and pools in place 3.
    expect(questions.map(({ others }) => others.map(({ units }) => units[0]))).toEqual([
      [[INPUT, CONV, CONV, OUTPUT]],
    ]);
  });
});
