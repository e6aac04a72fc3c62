import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { request, type ClientRequest } from "node:http";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Archwright as `npm start` serves it, with a data folder of its own. */
export type ProductionServer = {
  readonly pid: number;
  readonly address: string;
  readonly stop: () => Promise<void>;
};

const root = resolve(import.meta.dirname, "../..");

/** @throws Error where the app has not been built, or does not answer within a minute */
export async function startServer(dataFolder: string, maxUploadMb: number): Promise<ProductionServer> {
  const dist = process.env.ARCHWRIGHT_DIST ?? ".next";
  if (!existsSync(join(root, dist, "BUILD_ID")))
    throw new Error("The app is not built. Run npm start once, stop it, and run this again.");
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [join(root, "node_modules/next/dist/bin/next"), "start", "-H", "127.0.0.1", "-p", String(port)],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        ARCHWRIGHT_DATA: dataFolder,
        ARCHWRIGHT_MAX_UPLOAD_MB: String(maxUploadMb),
      },
    },
  );
  const address = `http://127.0.0.1:${port}`;
  await answered(address, child);
  return {
    pid: child.pid ?? 0,
    address,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

const MOST_TRIES = 300;
const TRY_EVERY_MS = 200;

async function answered(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES && child.exitCode === null; tries++) {
    const health = await fetch(`${address}/api/health`).catch(() => null);
    if (health?.ok) return;
    await setTimeout(TRY_EVERY_MS);
  }
  child.kill();
  throw new Error("The server does not answer.");
}

const BOUNDARY = "archwright-bench-boundary";

/** An upload on its way: the connection, and the answer's status and text. */
export type Sending = {
  readonly connection: ClientRequest;
  readonly answer: Promise<{ status: number; text: string }>;
};

/** Streams a file to the server as a form, as a browser does. */
export function send(address: string, path: string, query: string): Sending {
  const connection = request(`${address}/api/datasets?${query}`, {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
  });
  const answer = new Promise<{ status: number; text: string }>((done, fail) => {
    connection.on("error", fail);
    connection.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (piece: string) => (text += piece));
      response.on("end", () => done({ status: response.statusCode ?? 0, text }));
      response.on("error", fail);
    });
  });
  connection.write(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="table.csv"\r\n` +
      "content-type: text/csv\r\n\r\n",
  );
  const file = createReadStream(path);
  file.pipe(connection, { end: false });
  file.on("end", () => connection.end(`\r\n--${BOUNDARY}--\r\n`));
  return { connection, answer };
}
