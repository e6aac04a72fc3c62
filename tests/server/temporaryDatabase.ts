import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { closeDatabase } from "@/lib/server/database";

/** Gives a test file a database file of its own, migrated at the first query, and removes it afterwards. */
export function withTemporaryDatabase(): { leftoverUploads: () => Promise<string[]> } {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "archwright-server-"));
    process.env.ARCHWRIGHT_DATA = folder;
  });
  afterAll(async () => {
    await closeDatabase();
    delete process.env.ARCHWRIGHT_DATA;
    await rm(folder, { recursive: true, force: true });
  });
  return { leftoverUploads: () => readdir(join(folder, "uploads")) };
}
