import { describe, expect, it } from "vitest";
import { imported, notes } from "./reading";

const idsOf = (outcome: ReturnType<typeof imported>) => outcome.dataset.architectures.map(({ id }) => id);

describe("ids that stand in a file more than once", () => {
  it("get a number behind them, and the preview says so", () => {
    const one = imported("id,u1,u2,acc\na,e3k3,e6k5,1\nb,e3k5,e3k3,2\nb,e6k5,e3k3,3\n");
    expect(idsOf(one)).toEqual(["a", "b", "b-2"]);
    expect(notes(one)).toContain(
      'id: 1 row has the id of an earlier row and got a number behind it: row 4 is called "b-2", as "b" was taken.',
    );
    const more = imported("id,u1,u2,acc\nb,e3k3,e6k5,1\nb,e3k5,e3k3,2\nb,e6k5,e3k3,3\n");
    expect(notes(more)).toContain(
      'id: 2 rows have the id of an earlier row and got numbers behind it: row 3 is called "b-2", as "b" was taken.',
    );
  });

  it("say nothing where every id is there once", () =>
    expect(notes(imported("id,u1,u2,acc\na,e3k3,e6k5,1\nb,e3k5,e3k3,2\n")).join()).not.toContain("taken"));

  it("give way to another column of that name which tells rows apart", () => {
    const outcome = imported("id,ID,u1,u2,acc\na,x,e3k3,e6k5,1\na,y,e3k5,e3k3,2\n");
    expect(idsOf(outcome)).toEqual(["x", "y"]);
    expect(notes(outcome)).toContain(
      'id: two rows are called "a" (rows 2 and 3), so it does not tell rows apart and was left out. Rows are called by ID.',
    );
  });

  it("of a second column of that name are left out with a note", () => {
    const outcome = imported("id,ID,u1,u2,acc\na,x,e3k3,e6k5,1\nb,y,e3k5,e3k3,2\n");
    expect(idsOf(outcome)).toEqual(["a", "b"]);
    expect(notes(outcome)).toContain("ID: was left out: rows are called by id.");
  });
});
