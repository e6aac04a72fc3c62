import { afterEach, expect, it, vi } from "vitest";
import { getArchitectures } from "@/lib/api/client";

/** A server with so many rows, and the offsets that it was asked for. */
function serverOf(total: number, { failsAt }: { failsAt?: number } = {}): number[] {
  const offsets: number[] = [];
  vi.stubGlobal("fetch", (address: string) => {
    const query = new URL(address, "http://127.0.0.1").searchParams;
    const [offset, limit] = [Number(query.get("offset")), Number(query.get("limit"))];
    offsets.push(offset);
    if (offset === failsAt) return Promise.resolve(new Response("{}", { status: 500 }));
    const numRows = Math.max(0, Math.min(limit, total - offset));
    const architectures = Array.from({ length: numRows }, (_, index) => ({ row: offset + index + 1 }));
    return Promise.resolve(Response.json({ total, offset, architectures }));
  });
  return offsets;
}

afterEach(() => vi.unstubAllGlobals());

it("rows come in file order, pages asked for ahead, and how far it is is told", async () => {
  const offsets = serverOf(45_000);
  const told: number[] = [];
  const rows = await getArchitectures("d", { onProgress: (read) => told.push(read) });
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 45_000 }, (_, index) => index + 1));
  expect(offsets).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
  expect(told).toEqual([10_000, 20_000, 30_000, 40_000, 45_000]);
});

it("one page is enough for a small dataset, and none of an empty one is waited for", async () => {
  const offsets = serverOf(3);
  expect(await getArchitectures("d")).toHaveLength(3);
  expect(offsets).toEqual([0]);
  serverOf(0);
  expect(await getArchitectures("d")).toEqual([]);
});

it("a page that fails fails the whole", async () => {
  serverOf(45_000, { failsAt: 20_000 });
  await expect(getArchitectures("d")).rejects.toThrow("Archwright answered with status 500.");
});
