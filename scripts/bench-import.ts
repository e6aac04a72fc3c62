/**
 * `npm run bench:import [-- ROWS]`: uploads a CSV of ROWS (100,000) made-up architectures through the real route, into a
 * database of its own, and prints rows a second and how much the resident memory of the server grew. The server is a
 * child process, so that neither the making of the file nor the sending of it counts.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, openAsBlob } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { POST } from "../app/api/datasets/route";
import type { UploadResult } from "../lib/api/contracts";
import { database } from "../lib/server/database";
import { seededRandom } from "../lib/core/random";

const MEBIBYTE = 1024 * 1024;
const SAMPLE_EVERY_MS = 5;
const [, script = "", first = "100000"] = process.argv;

/** About 200 bytes a row: an id, five units of two to four blocks, a resolution, five metrics. */
async function writeTable(path: string, numRows: number): Promise<void> {
  const random = seededRandom(1);
  const below = (count: number) => Math.floor(random() * count);
  const unit = () =>
    Array.from(
      { length: 2 + below(3) },
      () => `mbconv3_e${[3, 4, 6][below(3)]}_k${[3, 5, 7][below(3)]}`,
    ).join(" ");
  const file = createWriteStream(path);
  file.write("id,u1,u2,u3,u4,u5,resolution,top-1 (%),latency (ms),params,flops,energy_wh\n");
  for (let row = 0; row < numRows; row++) {
    const units = Array.from({ length: 5 }, unit);
    const metrics = [60 + 20 * random(), 30 * random(), below(7e6), below(5e8), 3 * random()];
    const line = [
      `network-${row}`,
      ...units,
      128 + 16 * below(7),
      ...metrics.map((value) => Number(value.toFixed(5))),
    ];
    if (!file.write(`${line.join(",")}\n`)) await once(file, "drain");
  }
  file.end();
  await finished(file);
}

/** What the child measured. */
type Measured = { readonly rows: number; readonly seconds: number; readonly grown: number };

/** The child: a server of one route, which measures its memory from the first byte of the first upload to the answer. */
async function serve(): Promise<void> {
  await database();
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address !== null) process.send?.({ port: address.port });
  });
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_EVERY_MS);
  const start = performance.now();
  // `duplex` is asked of a body that is a stream, but not known to the types of a browser.
  const upload = {
    method: "POST",
    headers: { "content-type": incoming.headers["content-type"] ?? "" },
    body: Readable.toWeb(incoming) as ReadableStream,
    duplex: "half",
  };
  const request = new Request("http://127.0.0.1/api/datasets", upload);
  const response = await POST(request, { params: Promise.resolve({}) });
  const seconds = (performance.now() - start) / 1000;
  clearInterval(sampling);
  const { report } = (await response.json()) as UploadResult;
  const grown = (Math.max(peak, process.memoryUsage.rss()) - before) / MEBIBYTE;
  outgoing.end(JSON.stringify({ rows: report.accepted, seconds, grown } satisfies Measured));
}

/** Starts the child. @returns its port */
function started(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve((message as { port: number }).port));
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
}

async function bench(numRows: number): Promise<void> {
  const own = await mkdtemp(join(tmpdir(), "archwright-bench-"));
  try {
    const path = join(own, "table.csv");
    await writeTable(path, numRows);
    const { size } = await stat(path);
    const child = fork(script, ["serve"], {
      env: { ...process.env, ARCHWRIGHT_DATA: own, ARCHWRIGHT_MAX_UPLOAD_MB: "2000" },
    });
    const port = await started(child);
    const form = new FormData();
    form.set("file", await openAsBlob(path), "table.csv");
    const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body: form });
    const { rows, seconds, grown } = (await response.json()) as Measured;
    child.kill();
    console.log(`file              ${(size / MEBIBYTE).toFixed(1)} MB, ${rows} rows`);
    console.log(`seconds           ${seconds.toFixed(2)}`);
    console.log(`rows a second     ${Math.round(rows / seconds)}`);
    console.log(`memory grew by    ${Math.round(grown)} MB`);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

await (first === "serve" ? serve() : bench(Number(first)));
