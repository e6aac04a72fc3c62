import { describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/datasets/[id]/architectures/assembled/[assembledId]/route";
import { GET, POST } from "@/app/api/datasets/[id]/architectures/assembled/route";
import type { AssembledArchitecture, AssembledRequest } from "@/lib/api/contracts";
import type { BrowserLatency } from "@/lib/core/browserLatency";
import { withTemporaryDatabase } from "../server/temporaryDatabase";
import { base, stored } from "./calls";

withTemporaryDatabase();
const TABLE = "id,u1,u2,acc\na,e3k3,e6k5,1\nb,e3k5 e3k3,e3k3,2\n";
const DESIGN: AssembledRequest = {
  name: "first",
  predictorId: null,
  architecture: { id: "first", units: [[[0, 0]], [[1, 1]]], globals: [] },
  predicted: null,
};
const WASM: BrowserLatency = {
  backend: "wasm",
  threads: 1,
  template: { family: "mbconv", stem: 16 },
  inputShape: [3, 32, 32],
  medianMs: 1.5,
  lowMs: 1.4,
  highMs: 1.75,
  numTimes: 50,
  numWarmUps: 10,
  measuredAt: "2026-11-24T20:00:00.000Z",
};
const WEBGPU: BrowserLatency = { ...WASM, backend: "webgpu", threads: null, medianMs: 0.5, lowMs: 0.4 };

const address = (id: string, assembledId = "") => `${base}/${id}/architectures/assembled/${assembledId}`;
const at = (id: string, assembledId: string) => ({ params: Promise.resolve({ id, assembledId }) });

async function saved(id: string, request: AssembledRequest): Promise<AssembledArchitecture> {
  const sent = new Request(address(id), { method: "POST", body: JSON.stringify(request) });
  const response = await POST(sent, { params: Promise.resolve({ id }) });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}
const patched = (id: string, assembledId: string, body: unknown) =>
  PATCH(
    new Request(address(id, assembledId), { method: "PATCH", body: JSON.stringify(body) }),
    at(id, assembledId),
  );
const listed = async (id: string): Promise<AssembledArchitecture[]> =>
  (await GET(new Request(address(id)), { params: Promise.resolve({ id }) })).json();

describe("latencies of an assembled architecture", () => {
  it("are saved with it, whole", async () => {
    const id = await stored("t.csv", TABLE);
    expect((await saved(id, DESIGN)).latencies).toEqual([]);
    expect((await saved(id, { ...DESIGN, latencies: [WASM] })).latencies).toEqual([WASM]);
    expect((await listed(id)).map(({ latencies }) => latencies)).toEqual([[WASM], []]);
  });

  it("are noted later, each in the place of the older one of its backend", async () => {
    const id = await stored("t.csv", TABLE);
    const { id: assembledId } = await saved(id, { ...DESIGN, latencies: [WASM] });
    const again = { ...WASM, medianMs: 1.6, measuredAt: "2026-11-24T21:00:00.000Z" };
    const response = await patched(id, assembledId, { latencies: [WEBGPU, again] });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: assembledId, latencies: [again, WEBGPU] });
    expect((await listed(id))[0]?.latencies).toEqual([again, WEBGPU]);
    const removed = await DELETE(
      new Request(address(id, assembledId), { method: "DELETE" }),
      at(id, assembledId),
    );
    expect(removed.status).toBe(204);
    expect(await listed(id)).toEqual([]);
  });

  it.each([
    [
      "a time below 0",
      { ...WASM, lowMs: -1 },
      "body latencies.0.lowMs: Too small: expected number to be >=0",
    ],
    [
      "a date that is none",
      { ...WASM, measuredAt: "today" },
      "body latencies.0.measuredAt: Invalid ISO datetime",
    ],
    ["no template", { ...WASM, template: undefined }, "body latencies.0.template: Invalid input"],
  ])("are refused with %s, and nothing is noted", async (_name, latency, message) => {
    const id = await stored("t.csv", TABLE);
    const { id: assembledId } = await saved(id, { ...DESIGN, latencies: [WASM] });
    const response = await patched(id, assembledId, { latencies: [WEBGPU, latency] });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: { message: string } }).error.message).toContain(
      message.replace(".0.", ".1."),
    );
    expect((await listed(id))[0]?.latencies).toEqual([WASM]);
  });

  it("are refused twice for one backend, and for what is not there or is another dataset's", async () => {
    const id = await stored("t.csv", TABLE);
    const other = await stored("u.csv", TABLE);
    const { id: assembledId } = await saved(id, DESIGN);
    const twice = await patched(id, assembledId, { latencies: [WASM, WASM] });
    expect(await twice.json()).toMatchObject({
      error: { code: "bad_request", message: "body latencies: Each backend may stand here once." },
    });
    const elsewhere = await patched(other, assembledId, { latencies: [WASM] });
    expect(await elsewhere.json()).toEqual({
      error: { code: "not_found", message: "There is no such assembled architecture.", details: null },
    });
    expect((await listed(id))[0]?.latencies).toEqual([]);
  });
});
