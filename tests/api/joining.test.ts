import { describe, expect, it } from "vitest";
import type { JoinResult } from "@/lib/api/contracts";
import { withTemporaryDatabase } from "../server/temporaryDatabase";
import { detailOf, join, pageOf, patch, rejectedText, stored } from "./calls";

const { leftoverUploads } = withTemporaryDatabase();
const TABLE = "id,u1,acc\na,e3k3,1\nb,e3k5,2\nc,e6k3,\n";

async function joined(id: string, content: string, fields: Record<string, string>): Promise<JoinResult> {
  const response = await join(id, content, { fields });
  const body: unknown = await response.json();
  if (response.status !== 201) throw new Error(JSON.stringify(body));
  return body as JoinResult;
}

const rowsOf = async (id: string) =>
  (await pageOf(id)).architectures.map(({ id: own, metrics, status }) => [own, metrics, status]);

describe("POST /api/datasets/ID/rows", () => {
  it("brings new metrics by id, without architectures", async () => {
    const id = await stored("t.csv", TABLE);
    const result = await joined(id, "id,latency (ms)\nb,20\na,10\nz,5\n", { by: "id" });
    expect(result).toMatchObject({ added: 0, matched: 2, numRejected: 1, newMetrics: ["latency"] });
    expect(result.rejected).toMatchObject([
      { row: 4, field: "id", message: 'no row of the dataset is called "z"' },
    ]);
    expect(result.report).toMatchObject({ numArchitectures: 3, accepted: 2, rejected: 1 });
    expect(await rowsOf(id)).toEqual([
      ["a", [1, 10], undefined],
      ["b", [2, 20], undefined],
      ["c", [null, null], "no value"],
    ]);
    const { report, metrics } = await detailOf(id);
    expect(metrics.map(({ name, unit, goal }) => [name, unit, goal])).toEqual([
      ["acc", null, "max"],
      ["latency", "ms", "min"],
    ]);
    // Six rows were read: three stored, two went into them, one has its reason.
    expect(report).toMatchObject({ numArchitectures: 6, accepted: 3, merged: 2, rejected: 1, failed: 1 });
    expect(await rejectedText(id)).toContain('no row of the dataset is called ""z""');
    expect(await leftoverUploads()).toEqual([]);
  });

  it("brings new rows and fills gaps by architecture, in any notation that says the same", async () => {
    const id = await stored("t.csv", TABLE);
    const more = '{"units":[["e6k5"]],"acc":5}\n{"units":[["e6k3"]],"acc":3}\n{"units":[["e9k3"]],"acc":4}\n';
    const result = await joined(id, more, { by: "architecture" });
    expect(result).toMatchObject({ added: 1, matched: 1, numRejected: 1, newMetrics: [] });
    expect(result.rejected[0]?.message).toBe("9 is not one of 3, 6");
    expect(await rowsOf(id)).toEqual([
      ["a", [1], undefined],
      ["b", [2], undefined],
      ["c", [3], undefined],
      ["row-1", [5], undefined],
    ]);
    // The row that the space refused comes in when the space is widened.
    await patch(id, { space: { features: { expand: { values: [3, 6, 9] } } } });
    expect((await rowsOf(id)).at(-1)).toEqual(["row-3", [4], undefined]);
  });

  it.each([
    [
      "keep",
      1,
      0,
      [
        ["a", [1], undefined],
        ["b", [2], undefined],
        ["c", [null], "no value"],
        ["a-2", [5], undefined],
      ],
    ],
    [
      "average",
      0,
      1,
      [
        ["a", [3], undefined],
        ["b", [2], undefined],
        ["c", [null], "no value"],
      ],
    ],
    [
      "latest",
      0,
      1,
      [
        ["a", [5], undefined],
        ["b", [2], undefined],
        ["c", [null], "no value"],
      ],
    ],
  ])("with duplicates %s", async (duplicates, added, matched, rows) => {
    const id = await stored("t.csv", TABLE);
    const plan = JSON.stringify({ duplicates });
    expect(await joined(id, "id,u1,acc\na,e3k3,5\n", { by: "architecture", plan })).toMatchObject({
      added,
      matched,
    });
    expect(await rowsOf(id)).toEqual(rows);
  });

  describe("with failed evaluations", () => {
    const keep = { by: "architecture" };
    const latest = { ...keep, plan: JSON.stringify({ duplicates: "latest" }) };
    const average = { ...keep, plan: JSON.stringify({ duplicates: "average" }) };

    it("keeps one that repeats a good row as a row of its own", async () => {
      const id = await stored("t.csv", TABLE);
      await joined(id, "id,u1,acc,status\na,e3k3,9,OOM\n", keep);
      expect((await rowsOf(id)).at(-1)).toEqual(["a-2", [9], "OOM"]);
      expect((await detailOf(id)).report).toMatchObject({ accepted: 4, failed: 2 });
    });

    it.each([latest, average])("gives its values to no row that was evaluated (%j)", async (fields) => {
      const id = await stored("t.csv", TABLE);
      await joined(id, "id,u1,acc,status\na,e3k3,9,OOM\n", fields);
      expect((await rowsOf(id))[0]).toEqual(["a", [1], "failed in part: acc (OOM)"]);
    });

    it.each([latest, average])("a second try that succeeds takes its place (%j)", async (fields) => {
      const id = await stored("t.csv", "id,u1,acc,status\na,e3k3,9,OOM\nb,e3k5,2,ok\n");
      await joined(id, "id,u1,acc\na,e3k3,7\n", fields);
      expect((await rowsOf(id))[0]).toEqual(["a", [7], undefined]);
    });

    it("another metric does not mend it", async () => {
      const id = await stored("t.csv", "id,u1,acc,status\na,e3k3,9,OOM\nb,e3k5,2,ok\n");
      await joined(id, "id,latency\na,3\nb,4\n", { by: "id" });
      expect(await rowsOf(id)).toEqual([
        ["a", [9, 3], "OOM"],
        ["b", [2, 4], undefined],
      ]);
    });
  });

  it("says on a dry run what would become of the file, and stores nothing", async () => {
    const id = await stored("t.csv", TABLE);
    const before = await detailOf(id);
    const response = await join(id, "id,latency\na,3\n", { query: "?dryRun=true", fields: { by: "id" } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ matched: 1, newMetrics: ["latency"] });
    expect(await detailOf(id)).toEqual(before);
  });

  it.each([
    ["no key", "id,x\na,1\n", {}, 400, "bad_request"],
    ["another id's architecture only", "id,u1,acc\na,e3k5,1\n", { by: "id" }, 422, "nothing_usable"],
    [
      "cells into a staged dataset",
      "arch,acc\n|a~0|+|a~0|b~1|,1\n",
      { by: "architecture" },
      422,
      "nothing_usable",
    ],
    ["no architecture", "x,y\n1,2\n", { by: "architecture" }, 415, "unknown_format"],
  ])("refuses %s and changes nothing", async (_name, content, fields, status, code) => {
    const id = await stored("t.csv", TABLE);
    const before = await detailOf(id);
    const response = await join(id, content, { fields });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect(await detailOf(id)).toEqual(before);
  });
});
