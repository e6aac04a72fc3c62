import { describe, expect, it } from "vitest";
import { imported, notes } from "./reading";

describe("a column called like an id that names two rows alike", () => {
  it("is told with the name and its rows, and rows are called by their number", () => {
    const outcome = imported("name,arch,top1\nx,1114,1\ny,1214,2\nx,1124,3\n");
    expect(notes(outcome)).toContain(
      'name: two rows are called "x" (rows 2 and 4), so it does not tell rows apart and was left out. Rows are called by their number.',
    );
    expect(outcome.dataset.architectures.map(({ id }) => id)).toEqual(["row-2", "row-3", "row-4"]);
  });

  it("is told beside another id, with how many names repeat", () =>
    expect(
      notes(
        imported(
          "id,name,arch,top1\n1,x,1114,1\n2,y,1214,2\n3,x,1124,3\n4,x,1144,3\n5,x,1111,3\n6,y,2111,4\n",
        ),
      ),
    ).toContain(
      'name: 4 rows are called "x" (rows 2, 4, 5, ...), and 1 more name repeats, so it does not tell rows apart and was left out. Rows are called by id.',
    ));

  it("is told where it holds numbers that can be nothing but ids", () =>
    expect(notes(imported("arch_id,arch,top1\n7,1114,1\n8,1214,2\n7,1124,3\n"))).toContain(
      'arch_id: two rows are called "7" (rows 2 and 4), so it does not tell rows apart and was left out. Rows are called by their number.',
    ));
});
