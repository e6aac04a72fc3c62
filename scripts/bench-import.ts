/**
 * `npm run bench:import [-- ROWS]`: uploads a CSV of ROWS (100,000) made-up architectures to the production server, as
 * `npm start` runs it, with a database of its own. Prints rows a second and how much the server's resident memory grew,
 * and whether an import that is cancelled, or whose client hangs up, leaves anything behind. The app must be built.
 */
import { readdir, rm, mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { ImportStatus, UploadResult } from "../lib/api/contracts";
import { closeDatabase, database } from "../lib/server/database";
import { writeTable } from "./bench/madeUpTable";
import { send, startServer, type ProductionServer } from "./bench/productionServer";
import { residentMemory } from "./bench/residentMemory";

const MEBIBYTE = 1024 * 1024;
const SAMPLE_EVERY_MS = 10;
const ASK_EVERY_MS = 5;
/** What an import may take. */
const MOST_GROWTH_MB = 300;
const PHASES = ["reading", "checking", "storing"] as const;

const tell = (what: string, value: string): void => console.log(`${what.padEnd(36)}${value}`);

type Way = { readonly name: string; readonly query: string; readonly status: number };
const STORED: Way = { name: "import", query: "", status: 201 };
const PREVIEWED: Way = { name: "preview", query: "dryRun=true", status: 200 };

/**
 * Imports the table and tells how long that took, and how much memory.
 * @param before resident memory of the server at its start, in MB
 * @returns whether it kept within its memory
 */
async function measureImport(
  { address, pid }: ProductionServer,
  { path, way, before }: { path: string; way: Way; before: number },
): Promise<boolean> {
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, residentMemory(pid))), SAMPLE_EVERY_MS);
  const start = performance.now();
  const { status, text } = await send(address, path, way.query).answer;
  const seconds = (performance.now() - start) / 1000;
  clearInterval(sampling);
  if (status !== way.status) throw new Error(`The server answered ${status}: ${text.slice(0, 500)}`);
  const { report } = JSON.parse(text) as UploadResult;
  const grown = Math.max(peak, residentMemory(pid)) - before;
  const speed = Math.round(report.numArchitectures / seconds);
  tell(
    way.name,
    `${report.accepted} of ${report.numArchitectures} rows taken, ${seconds.toFixed(2)} s, ${speed} rows a second, ` +
      `memory grew by ${Math.round(grown)} MB (at most ${MOST_GROWTH_MB} MB)`,
  );
  return grown <= MOST_GROWTH_MB;
}

const statusOf = async (address: string, importId: string): Promise<ImportStatus["phase"]> =>
  ((await (await fetch(`${address}/api/imports/${importId}`)).json()) as ImportStatus).phase;

async function reached(address: string, importId: string, wanted: ImportStatus["phase"]): Promise<void> {
  while ((await statusOf(address, importId)) !== wanted) await setTimeout(ASK_EVERY_MS);
}

/** Rows of all tables, and files that lie in the folder of uploads. */
async function kept(folder: string): Promise<string> {
  const db = await database();
  const counts = await Promise.all([db.dataset.count(), db.architecture.count(), db.rejectedRow.count()]);
  const uploads = await readdir(join(folder, "uploads"));
  return `${counts.join(" ")} ${uploads.length}`;
}

/** Stops an import in a phase. @returns whether all is as it was before */
async function leavesNothing(
  { address }: ProductionServer,
  { path, folder, phase, how }: { path: string; folder: string; phase: (typeof PHASES)[number]; how: string },
): Promise<boolean> {
  const importId = `0000000000${how === "DELETE" ? "aa" : "bb"}${String(PHASES.indexOf(phase)).padStart(4, "0")}`;
  const before = await kept(folder);
  const { connection, answer } = send(address, path, `importId=${importId}`);
  const answered = answer.then(
    ({ status }) => `answered ${status}`,
    () => "hung up",
  );
  await reached(address, importId, phase);
  const start = performance.now();
  if (how === "DELETE") await fetch(`${address}/api/imports/${importId}`, { method: "DELETE" });
  else connection.destroy();
  const outcome = await answered;
  await reached(address, importId, "unknown");
  const milliseconds = Math.round(performance.now() - start);
  const isClean = (await kept(folder)) === before;
  tell(
    `stopped by ${how} while ${phase}`,
    `${outcome}, over after ${milliseconds} ms, ${isClean ? "nothing left behind" : "SOMETHING LEFT BEHIND"}`,
  );
  return isClean;
}

async function bench(numRows: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "archwright-bench-"));
  process.env.ARCHWRIGHT_DATA = folder;
  try {
    const path = join(folder, "table.csv");
    await writeTable(path, numRows);
    const { size } = await stat(path);
    tell("file", `${(size / MEBIBYTE).toFixed(1)} MB, ${numRows} rows`);
    const server = await startServer(folder, 2_000);
    try {
      const before = residentMemory(server.pid);
      tell("resident memory at the start", `${Math.round(before)} MB`);
      const results: boolean[] = [];
      // As a first upload, then as the wizard does it: a preview, and the import.
      for (const way of [STORED, PREVIEWED, STORED])
        results.push(await measureImport(server, { path, way, before }));
      for (const how of ["DELETE", "client"])
        for (const phase of PHASES) results.push(await leavesNothing(server, { path, folder, phase, how }));
      return results.every(Boolean);
    } finally {
      await server.stop();
      await closeDatabase();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const numRows = Number(process.argv[2] ?? 100_000);
if (!(await bench(numRows))) process.exitCode = 1;
