/** `npm start`: installs, builds and serves Archwright on this machine; repeats nothing that is already done. */
import { createServer } from "node:net";
import { build, prepare, runPackage } from "./lib/steps.mjs";

const HOST = "127.0.0.1";
const port = Number(process.env.PORT ?? 3000);

const isFree = (wanted) =>
  new Promise((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen(wanted, HOST, () => probe.close(() => answer(true)));
  });

async function start() {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`PORT=${process.env.PORT} is no port.`);
  if (!(await isFree(port))) {
    throw new Error(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  }
  await prepare();
  await build();
  console.log(`Archwright: http://${HOST}:${port}  (Ctrl-C stops it)`);
  return runPackage("next/dist/bin/next", ["start", "-H", HOST, "-p", String(port)], {
    onStart: (server) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
    },
  });
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
