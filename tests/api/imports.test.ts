import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { POST } from "@/app/api/datasets/route";
import { withTemporaryDatabase } from "../server/temporaryDatabase";
import { base, cancel, list, progressOf, stored, pageOf, detailOf, remove, upload } from "./calls";

const { leftoverUploads } = withTemporaryDatabase();
const IMPORT_ID = "00000000000000aa";

/** Rows enough for several steps of every phase. */
const long = ["id,u1,u2,accuracy"]
  .concat(
    Array.from(
      { length: 12_000 },
      (_, row) => `n${row},e${3 + (row % 2)}k3 e6k5,e3k${3 + 2 * (row % 3)},${row}`,
    ),
  )
  .join("\n");

async function phaseReached(wanted: string): Promise<void> {
  for (;;) {
    const response = await progressOf(IMPORT_ID);
    if (response.ok && ((await response.json()) as { phase: string }).phase === wanted) return;
    await setImmediate();
  }
}

describe("an upload under way", () => {
  it.each(["reading", "checking", "storing"])(
    "that is cancelled while %s leaves nothing behind",
    async (phase) => {
      const answer = upload("long.csv", long, { query: `?importId=${IMPORT_ID}` });
      await phaseReached(phase);
      expect((await cancel(IMPORT_ID)).status).toBe(204);
      const response = await answer;
      expect(response.status).toBe(499);
      expect(await response.json()).toMatchObject({ error: { code: "cancelled" } });
      expect(await list()).toEqual([]);
      expect(await leftoverUploads()).toEqual([]);
      expect(await (await progressOf(IMPORT_ID)).json()).toEqual({ phase: "unknown" });
      expect((await cancel(IMPORT_ID)).status).toBe(404);
    },
  );

  it("that is cancelled while its file still arrives ends at once, and leaves nothing behind", async () => {
    const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="t.csv"\r\n\r\nid,u1,acc\n`;
    let isOpen = true;
    // The rest of the file never comes.
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
      cancel: () => void (isOpen = false),
    });
    const sent: RequestInit & { readonly duplex: "half" } = {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body,
      duplex: "half",
    };
    const answer = POST(new Request(`${base}?importId=${IMPORT_ID}`, sent), { params: Promise.resolve({}) });
    await phaseReached("receiving");
    expect((await cancel(IMPORT_ID)).status).toBe(204);
    const response = await answer;
    expect(response.status).toBe(499);
    expect(await response.json()).toMatchObject({ error: { code: "cancelled" } });
    expect(isOpen).toBe(false);
    expect(await leftoverUploads()).toEqual([]);
  });

  it("whose request is aborted leaves nothing behind", async () => {
    const controller = new AbortController();
    const answer = upload("long.csv", long, { query: `?importId=${IMPORT_ID}`, signal: controller.signal });
    await phaseReached("storing");
    controller.abort();
    expect((await answer).status).toBe(499);
    expect(await list()).toEqual([]);
    expect(await leftoverUploads()).toEqual([]);
  });

  it("is unknown before it arrives, and to ask so early is no error", async () => {
    const response = await progressOf(IMPORT_ID);
    expect([response.status, await response.json()]).toEqual([200, { phase: "unknown" }]);
  });

  it("keeps its id to itself", async () => {
    const first = upload("long.csv", long, { query: `?dryRun=true&importId=${IMPORT_ID}` });
    await phaseReached("reading");
    const second = await upload("long.csv", long, { query: `?dryRun=true&importId=${IMPORT_ID}` });
    expect(second.status).toBe(409);
    expect((await first).status).toBe(200);
  });
});

describe("an upload with a plan", () => {
  const TABLE = [
    "name,u1,acc,state,note",
    "a,e3k3,90%,ok,x",
    "b,e3k5,91%,ok,x",
    "b2,e3k5,93%,ok,x",
    "c,e6k3,,OOM,x",
  ].join("\n");

  it("is refused with the field that is wrong", async () => {
    for (const [plan, field] of [
      ["{", "plan"],
      ['{"duplicates":"first"}', "plan.duplicates"],
      ['{"columns":{"acc":"target"}}', "plan.columns.acc"],
    ] as const) {
      const response = await upload("t.csv", TABLE, { fields: { plan } });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { details: { issues: [{ field }] } } });
    }
    expect(await list()).toEqual([]);
  });

  it("stores what it says: units, goals, merged rows, failures with their status", async () => {
    const plan = {
      duplicates: "average",
      metrics: { acc: { unit: "points", goal: "max" } },
      columns: { note: "ignored" },
    };
    const id = await stored("t.csv", TABLE, { fields: { plan: JSON.stringify(plan) } });
    const { report, metrics } = await detailOf(id);
    expect(report).toMatchObject({
      numArchitectures: 4,
      accepted: 3,
      merged: 1,
      rejected: 0,
      duplicates: 1,
      failed: 1,
    });
    expect(report.noise).toEqual([{ metric: "acc", numGroups: 1, spread: Math.SQRT2 }]);
    expect(report.columns.map(({ label, role }) => [label, role])).toEqual([
      ["name", "id"],
      ["u1", "architecture"],
      ["acc", "metric"],
      ["state", "status"],
      ["note", "ignored"],
    ]);
    expect(metrics).toEqual([{ name: "acc", label: "acc", unit: "points", goal: "max" }]);
    const { architectures } = await pageOf(id);
    expect(architectures.map(({ id: own, metrics: values, status }) => [own, values[0], status])).toEqual([
      ["a", 90, undefined],
      ["b", 92, undefined],
      ["c", null, "OOM"],
    ]);
    await remove(id);
  });
});
