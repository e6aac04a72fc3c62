import { describe, expect, it } from "vitest";
import { POST as POST_ASSEMBLED } from "@/app/api/datasets/[id]/architectures/assembled/route";
import { withTemporaryDatabase } from "../server/temporaryDatabase";
import { base, detailOf, list, pageOf, patch, rejectedText, stored } from "./calls";

withTemporaryDatabase();
const TABLE = "id,u1,acc\na,e3k3,1\nb,e3k5,2\nc,e6k7,3\nd,e6k3 e6k3,4\ne,e3k3,good\n";

describe("PATCH /api/datasets/ID", () => {
  it("edits name, units and goals", async () => {
    const id = await stored("t.csv", TABLE);
    const response = await patch(id, { name: " mine ", metrics: { acc: { unit: "%", goal: "min" } } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      name: "mine",
      metrics: [{ name: "acc", label: "acc", unit: "%", goal: "min" }],
      report: { metrics: [{ name: "acc", unit: "%", goal: "min", min: 1, max: 4 }] },
    });
    expect((await list())[0]?.name).toBe("mine");
  });

  it("rejects rows that an edited space refuses, with reasons, and takes them back when the edit is undone", async () => {
    const id = await stored("t.csv", TABLE);
    const before = await pageOf(id);
    const edited = await patch(id, {
      space: { features: { kernel: { values: [3, 5] } }, lengths: { 0: [1] } },
    });
    expect(edited.status).toBe(200);
    expect((await detailOf(id)).report).toMatchObject({
      numArchitectures: 5,
      accepted: 2,
      rejected: 3,
      merged: 0,
    });
    expect((await pageOf(id)).architectures.map((row) => row.id)).toEqual(["a", "b"]);
    expect((await rejectedText(id)).split("\r\n").slice(1, 4)).toEqual([
      expect.stringContaining('4,units[0][0].kernel,"7 is not one of 3, 5"'),
      expect.stringContaining("5,units[0],has 2 layers; 1 are legal"),
      expect.stringContaining("6,acc,"),
    ]);
    await patch(id, { space: { features: { kernel: { values: [3, 5, 7] } }, lengths: { 0: [1, 2] } } });
    expect(await pageOf(id)).toEqual(before);
    expect((await detailOf(id)).report).toMatchObject({ accepted: 4, rejected: 1 });
  });

  it("turns a range into a list of what occurs, and back", async () => {
    const id = await stored("t.csv", "u1,resolution,acc\ne3k3,128,1\ne3k5,160,2\ne3k3,192,3\n");
    await patch(id, { space: { features: { resolution: { kind: "ordinal" } } } });
    expect((await detailOf(id)).space.globalFeatures).toEqual([
      { name: "resolution", kind: "ordinal", values: [128, 160, 192] },
    ]);
    expect((await pageOf(id)).architectures.map(({ globals }) => globals)).toEqual([[0], [1], [2]]);
    await patch(id, { space: { features: { resolution: { kind: "continuous", values: [128, 170] } } } });
    expect((await pageOf(id)).architectures.map(({ globals }) => globals)).toEqual([[128], [160]]);
  });

  it.each([
    [{ metrics: { speed: { unit: "s" } } }, "metrics.speed"],
    [{ space: { features: { width: { values: [1] } } } }, "space.width"],
    [{ space: { lengths: { 7: [1] } } }, "space.units[7]"],
    [{ space: { features: { kernel: { values: [9] } } } }, "space"],
  ])("refuses %j, names the field and changes nothing", async (edits, field) => {
    const id = await stored("t.csv", TABLE);
    const before = await detailOf(id);
    const response = await patch(id, edits);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { details: { issues: [{ field }] } } });
    expect(await detailOf(id)).toEqual(before);
  });

  it("leaves the space alone where an assembled architecture is written in its codes", async () => {
    const id = await stored("t.csv", TABLE);
    const architecture = { id: "mine", units: [[[0, 0]]], globals: [] };
    const body = JSON.stringify({ name: "mine", predictorId: null, architecture, predicted: null });
    await POST_ASSEMBLED(new Request(`${base}/${id}/architectures/assembled`, { method: "POST", body }), {
      params: Promise.resolve({ id }),
    });
    const response = await patch(id, { space: { features: { kernel: { values: [3, 5] } } } });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: { code: "conflict", message: expect.stringContaining("1 assembled architecture rests on it") },
    });
    expect((await patch(id, { name: "other" })).status).toBe(200);
  });
});
