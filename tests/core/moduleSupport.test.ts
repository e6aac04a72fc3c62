import { describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import { countSupport, holdsSequence } from "@/lib/core/moduleSupport";

/** Sequences of unit 1 go on through unit 2. */
const space = {
  units: [
    { name: "unit 1", lengths: [1, 2], joinsNext: true },
    { name: "unit 2", lengths: [1] },
  ],
};
const short = { id: "a", units: [[[0]], [[2]]], globals: [] };
const long = { id: "b", units: [[[0], [1]], [[2]]], globals: [] };

describe("architectures that hold a sequence of two units", () => {
  const module = sequenceModule(0, [[0], [1], [2]]);

  it("have exactly it in both", () => {
    expect(holdsSequence(space, long, module)).toBe(true);
    expect(holdsSequence(space, short, module)).toBe(false);
    expect(holdsSequence(space, long, sequenceModule(0, [[0], [1]]))).toBe(false);
  });

  it("are counted", () =>
    expect(
      countSupport(space, [short, long, long], [module, sequenceModule(0, [[0], [2]])], () => true),
    ).toEqual([2, 1]));
});
