import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { architecturePageText } from "@/lib/server/architectures";
import { database } from "@/lib/server/database";
import { storeDataset } from "@/lib/server/datasets";
import { withTemporaryDatabase } from "./temporaryDatabase";

withTemporaryDatabase();

async function storedId(text: string): Promise<string> {
  const outcome = importFile({ name: "t.csv", bytes: new TextEncoder().encode(text) });
  if (!outcome.ok) throw new Error(outcome.message);
  const { dataset, rejected, report } = outcome;
  return storeDataset({ dataset, rejected, report, fileName: "t.csv", hash: "0", sample: null });
}

const FIVE = 'id,u1,acc,status\na,e3k3,1,ok\nb,e3k5,2,ok\n"c ""x"" é",e6k3,,OOM\nd,e6k5,4,ok\ne,e3k3,5,ok\n';

const pageOf = async (id: string, offset: number, limit: number): Promise<unknown> =>
  JSON.parse(await architecturePageText(id, { offset, limit }));

describe("a page of rows", () => {
  it("holds rows in file order, whole and with their status", async () => {
    expect(await pageOf(await storedId(FIVE), 1, 2)).toEqual({
      total: 5,
      offset: 1,
      architectures: [
        { id: "b", row: 3, units: [[[0, 1]]], globals: [], metrics: [2] },
        { id: 'c "x" é', row: 4, units: [[[1, 0]]], globals: [], metrics: [null], status: "OOM" },
      ],
    });
  });

  it("counts rows, not positions, where rows are missing between", async () => {
    const id = await storedId(FIVE);
    await (await database()).architecture.deleteMany({ where: { datasetId: id, position: { in: [0, 2] } } });
    expect(await pageOf(id, 1, 2)).toMatchObject({ total: 3, architectures: [{ id: "d" }, { id: "e" }] });
  });

  it("is empty behind the last row, and of a dataset that is not there", async () => {
    expect(await pageOf(await storedId(FIVE), 5, 10)).toEqual({ total: 5, offset: 5, architectures: [] });
    expect(await pageOf("0".repeat(16), 0, 10)).toEqual({ total: 0, offset: 0, architectures: [] });
  });
});
