/**
 * Applies the SQL of prisma/migrations and keeps Prisma's own table `_prisma_migrations` true, so that Prisma's command
 * line agrees with what was done here. Doing it ourselves spares users Prisma's schema engine, which is a download.
 */
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What is needed of a database connection; Prisma's driver adapters have it. */
export type Connection = {
  queryRaw(query: { sql: string; args: []; argTypes: [] }): Promise<{ rows: unknown[][] }>;
  executeScript(sql: string): Promise<void>;
};

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/**
 * Applies what is not applied yet, each migration in a transaction of its own.
 * @returns names of the migrations applied now
 * @throws Error when the database is newer than this version, or when an applied migration was edited afterwards
 */
export async function migrate(connection: Connection, folder: string): Promise<string[]> {
  await connection.executeScript(MIGRATIONS_TABLE);
  const applied = await appliedChecksums(connection);
  const migrations = await readMigrations(folder);
  refuseForeignHistory(applied, migrations);
  const pending = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of pending) await apply(connection, migration);
  return pending.map(({ name }) => name);
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** Checksum by migration name. */
async function appliedChecksums(connection: Connection): Promise<Map<string, string>> {
  const { rows } = await connection.queryRaw({
    sql: `SELECT migration_name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL`,
    args: [],
    argTypes: [],
  });
  return new Map(rows.map(([name, checksum]) => [String(name), String(checksum)]));
}

function refuseForeignHistory(applied: Map<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, checksum] of applied) {
    const migration = known.get(name);
    if (migration === undefined) {
      throw new Error(
        `The database was made by a newer version of Archwright (migration ${name} is unknown here). ` +
          `Update Archwright, or start it with another data folder (ARCHWRIGHT_DATA).`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new Error(`Migration ${name} was edited after it had been applied; restore its file.`);
    }
  }
}

async function apply(connection: Connection, { name, sql, checksum }: Migration): Promise<void> {
  const now = Date.now();
  await connection.executeScript(`BEGIN IMMEDIATE;
${sql}
INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
VALUES ('${randomUUID()}', '${checksum}', ${now}, '${name.replaceAll("'", "''")}', ${now}, 1);
COMMIT;`);
}
