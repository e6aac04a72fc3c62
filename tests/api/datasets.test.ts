import { describe, expect, it } from "vitest";
import { DELETE, GET as GET_ONE } from "@/app/api/datasets/[id]/route";
import { GET as GET_ROWS } from "@/app/api/datasets/[id]/architectures/route";
import { GET as GET_EXPORT } from "@/app/api/datasets/[id]/export/route";
import { GET as GET_REJECTED } from "@/app/api/datasets/[id]/rejected/route";
import { GET, POST } from "@/app/api/datasets/route";
import { withTemporaryDatabase } from "../server/temporaryDatabase";

const { leftoverUploads } = withTemporaryDatabase();
const base = "http://127.0.0.1:3000/api/datasets";
const noParams = { params: Promise.resolve({}) };
const withId = (id: string) => ({ params: Promise.resolve({ id }) });

function upload(name: string, content: BlobPart, { query = "", headers = {} } = {}): Promise<Response> {
  const body = new FormData();
  body.set("file", new File([content], name));
  return POST(new Request(`${base}${query}`, { method: "POST", body, headers }), noParams);
}

const list = async (): Promise<{ id: string }[]> => (await GET(new Request(base), noParams)).json();
const TABLE = "id,u1,accuracy\na,e3k3,0.7\nb,e3k5,good\nc,e6k3,0.8\n";

describe("POST /api/datasets", () => {
  it("says what it would store and stores nothing on a dry run", async () => {
    const response = await upload("table.csv", TABLE, { query: "?dryRun=true" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: null, report: { accepted: 2, rejected: 1 } });
    expect(await list()).toEqual([]);
  });

  it("stores rows and rejected rows together, and gives them back", async () => {
    const response = await upload("table.csv", TABLE);
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    const detail: unknown = await (await GET_ONE(new Request(`${base}/${id}`), withId(id))).json();
    expect(detail).toMatchObject({
      name: "table",
      numArchitectures: 2,
      numRejected: 1,
      fileName: "table.csv",
    });
    const rows: unknown = await (
      await GET_ROWS(new Request(`${base}/${id}/architectures?offset=1&limit=1`), withId(id))
    ).json();
    expect(rows).toMatchObject({ total: 2, offset: 1, architectures: [{ id: "c", row: 4, metrics: [0.8] }] });
    const rejected = await (await GET_REJECTED(new Request(`${base}/${id}/rejected`), withId(id))).text();
    expect(rejected.split("\r\n")[1]).toContain("3,accuracy,");
    const csv = await (await GET_EXPORT(new Request(`${base}/${id}/export?format=csv`), withId(id))).text();
    expect(csv).toBe("id,u1,accuracy\r\na,e3k3,0.7\r\nc,e6k3,0.8\r\n");
    expect((await DELETE(new Request(`${base}/${id}`, { method: "DELETE" }), withId(id))).ok).toBe(true);
    expect(await list()).toEqual([]);
  });

  it.each([
    ["a PNG named .csv", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 415, "unknown_format"],
    ["an empty file", "", 415, "unknown_format"],
    ["a file of which no row can be used", 'ks,e,d,acc\n"[3,5]","[3,4]",[9],1', 422, "nothing_usable"],
  ])("refuses %s and stores nothing", async (_name, content, status, code) => {
    const response = await upload("table.csv", content);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect(await list()).toEqual([]);
    expect(await leftoverUploads()).toEqual([]);
  });

  it("refuses a file of 100 MB with the limit in the message, and leaves nothing on disk", async () => {
    const response = await upload("large.csv", new Uint8Array(100 * 1024 * 1024));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      error: { code: "too_large", message: expect.stringContaining("larger than 50 MB") },
    });
    expect(await leftoverUploads()).toEqual([]);
  });

  it("refuses an upload that another site sends", async () => {
    const response = await upload("table.csv", TABLE, { headers: { origin: "http://elsewhere.example" } });
    expect(response.status).toBe(403);
    expect(await list()).toEqual([]);
  });
});
