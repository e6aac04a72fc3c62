import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/lib/server/migrations";

const migrations = resolve(import.meta.dirname, "../../prisma/migrations");
const LATENCY = "20261124200000_browser_latency";
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "archwright-migrations-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const connected = () => new PrismaLibSql({ url: `file:${join(folder, "old.db")}` }).connect();

/** The migrations folder as it was before the one of this name. */
async function before(name: string): Promise<string> {
  const older = join(folder, `before-${name}`);
  for (const one of await readdir(migrations))
    if (one < name) await cp(join(migrations, one), join(older, one), { recursive: true });
  return older;
}

describe("migrations", () => {
  it("give a database with saved designs the table of latencies, and leave the designs as they are", async () => {
    const connection = await connected();
    const ask = async (sql: string) =>
      (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows.map((row) => [...row]);
    expect(await migrate(connection, await before(LATENCY))).toEqual([
      "20261124000000_first",
      "20261124090000_status_and_held",
    ]);
    await connection.executeScript(`
      INSERT INTO "Dataset" VALUES ('d', 'table', 0, 'staged', 'table', 't.csv', 'h', 0, 0, '{}', '[]', '{}', NULL);
      INSERT INTO "AssembledArchitecture" VALUES ('a', 'd', NULL, 'first', 7, '{"id":"a"}', NULL);`);

    expect(await migrate(connection, migrations)).toEqual([LATENCY]);
    expect(await migrate(connection, migrations)).toEqual([]);
    expect(
      await ask(`SELECT "id", "name", "createdAt", "architecture" FROM "AssembledArchitecture"`),
    ).toEqual([["a", "first", "1970-01-01T00:00:00.007Z", '{"id":"a"}']]);
    const insert = `INSERT INTO "BrowserLatency" VALUES ('a', 'wasm', 1, 2.5, 2, 3, 50, 10, '{}', '[3,32,32]', 9);`;
    await connection.executeScript(insert);
    await expect(connection.executeScript(insert)).rejects.toThrow();
    await connection.executeScript(`DELETE FROM "AssembledArchitecture"`);
    expect(await ask(`SELECT "medianMs" FROM "BrowserLatency"`)).toEqual([]);
    await connection.dispose();
  });
});
