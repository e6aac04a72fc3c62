import { PrismaLibSql } from "@prisma/adapter-libsql";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PrismaClient } from "./generated/client";
import { migrate } from "./migrations";
import { dataFolder } from "./settings";

/** What queries run on: the database, or a transaction of it. */
export type Queries = Pick<
  PrismaClient,
  | "dataset"
  | "architecture"
  | "rejectedRow"
  | "predictor"
  | "assembledArchitecture"
  | "browserLatency"
  | "loadedSample"
> &
  Pick<PrismaClient, "$executeRaw" | "$queryRaw">;

/** Another process may be writing: wait for it this long before giving up. */
const BUSY_TIMEOUT_MS = 10_000;

// On globalThis, because a development server evaluates this file again after every edit.
const shared = globalThis as typeof globalThis & { archwrightDatabase?: Promise<PrismaClient> };

/** The database in the data folder, made and migrated at the first call. */
export function database(): Promise<PrismaClient> {
  shared.archwrightDatabase ??= openDatabase(dataFolder()).catch((error: unknown) => {
    // The next call tries again: a full disk or a locked file may be mended by then.
    shared.archwrightDatabase = undefined;
    throw error;
  });
  return shared.archwrightDatabase;
}

/** Closes the shared database; the next call of `database` opens it again. */
export async function closeDatabase(): Promise<void> {
  const open = shared.archwrightDatabase;
  shared.archwrightDatabase = undefined;
  await (await open)?.$disconnect();
}

/** Opens (makes, migrates) the database of one data folder. */
async function openDatabase(folder: string): Promise<PrismaClient> {
  await mkdir(folder, { recursive: true });
  const factory = new PrismaLibSql({
    url: `file:${join(folder, "archwright.db")}`,
    timeout: BUSY_TIMEOUT_MS,
  });
  const connection = await factory.connect();
  try {
    // WAL lets pages read while an upload is being written. It is a property of the file, foreign keys are on in
    // every connection that libsql opens.
    await connection.queryRaw({ sql: "PRAGMA journal_mode = WAL", args: [], argTypes: [] });
    await migrate(connection, resolve("prisma", "migrations"));
  } finally {
    await connection.dispose();
  }
  return new PrismaClient({ adapter: factory });
}

/** Everything in `work` is stored, or nothing of it. */
export async function inTransaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
  return (await database()).$transaction(work, { maxWait: 60_000, timeout: 300_000 });
}
