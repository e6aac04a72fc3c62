import { describe, expect, it } from "vitest";
import { imported, notes, readBack, valuesOf, written } from "./reading";

describe("NAS-Bench-Graph cells", () => {
  it("have the edges that link says, and are written back", () => {
    const { dataset, report } = imported(
      "link,op1,op2,op3,op4,valid_perf\n0012,gcn,gat,fc,skip,0.7\n0123,gcn,gat,fc,skip,0.8",
    );
    expect(report).toMatchObject({ format: "nas-bench-graph", structure: "graph", accepted: 2 });
    expect(dataset.architectures.map(({ edges }) => edges)).toEqual([
      [
        [0, 2],
        [1, 3],
      ],
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    ]);
    expect(written(dataset)[0]).toBe('{"link":"0012","op1":"gcn","op2":"gat","op3":"fc","op4":"skip"}');
    expect(valuesOf(readBack(dataset))).toEqual(valuesOf(dataset));
  });

  it("get back the zeros that a number lost, in columns of any case", () => {
    const outcome = imported(
      '[{"Link": 12, "OP1": "gcn", "OP2": "gat", "OP3": "fc", "OP4": "skip", "perf": 1}]',
    );
    expect(outcome.dataset.architectures[0]?.edges).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(notes(outcome)).toContain(
      "Link: In 1 row the leading zeros of Link were lost (12 for 0012); they were put back.",
    );
  });

  it("may be lists", () => {
    const { dataset } = imported('[{"link": [0, 0, 1, 2], "ops": ["gcn", "gat", "fc", "skip"], "perf": 1}]');
    expect(dataset.architectures[0]?.edges).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });
});
