/** What `npm start` and `npm test` share. Plain Node: it runs before anything is installed. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
export const distFolder = process.env.ARCHWRIGHT_DIST ?? ".next";

const environment = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  // Only Prisma's migration commands need its engine; any executable spares `generate` the download.
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
};

/** Runs a command in the project. @returns its exit code (1 when it was ended by a signal) */
export function run(command, args, { env = {}, onStart } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      env: { ...environment, ...env },
      shell: process.platform === "win32",
    });
    onStart?.(child);
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.on("close", (code) => done(code ?? 1));
  });
}

/** Runs the JavaScript of an installed package with this Node. */
export const runPackage = (file, args, options) =>
  run(process.execPath, [join(root, "node_modules", file), ...args], options);

/** Says what it does and how long it took. @throws Error when the step fails */
export async function step(name, work) {
  const start = performance.now();
  console.log(`- ${name}`);
  const code = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code !== 0) throw new Error(`${name}: failed after ${seconds} s`);
  console.log(`  ${name}: ${seconds} s`);
}

function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .filter((name) => name !== "generated" && name !== "node_modules")
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** A hash of the content of files and folders of the project. */
export function hashOf(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths.flatMap(filesUnder)) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/** Does `work` unless it was done for the same sources before and its result is still there. */
export async function once(name, { stamp, sources, result }, work) {
  const hash = hashOf(sources);
  const stampPath = join(root, stamp);
  const isDone =
    existsSync(join(root, result)) && existsSync(stampPath) && readFileSync(stampPath, "utf8") === hash;
  if (isDone) return;
  rmSync(stampPath, { force: true });
  await step(name, work);
  mkdirSync(join(stampPath, ".."), { recursive: true });
  writeFileSync(stampPath, hash);
}

/** Installs the packages, makes the Prisma client and lays out the WASM files. */
export async function prepare() {
  await once(
    "Installing packages (npm ci)",
    {
      stamp: "node_modules/.archwright-installed",
      sources: ["package-lock.json"],
      result: "node_modules/next",
    },
    () => run("npm", ["ci", "--no-audit", "--no-fund"]),
  );
  await once(
    "Making the database client (prisma generate)",
    {
      stamp: "lib/server/generated/.stamp",
      sources: ["prisma/schema.prisma", "package-lock.json"],
      result: "lib/server/generated/client.ts",
    },
    () => runPackage("prisma/build/index.js", ["generate"]),
  );
  copyWasm();
}

/** The browser fetches the WASM of TensorFlow.js and of ONNX Runtime from our own server. */
function copyWasm() {
  copyFiles("node_modules/@tensorflow/tfjs-backend-wasm/dist", "public/wasm", (file) =>
    file.endsWith(".wasm"),
  );
  const runtimes = ["ort-wasm-simd-threaded.wasm", "ort-wasm-simd-threaded.asyncify.wasm"];
  copyFiles("node_modules/onnxruntime-web/dist", "public/ort", (file) => runtimes.includes(file));
}

function copyFiles(from, to, isWanted) {
  mkdirSync(join(root, to), { recursive: true });
  for (const name of readdirSync(join(root, from)).filter(isWanted)) {
    if (!existsSync(join(root, to, name))) cpSync(join(root, from, name), join(root, to, name));
  }
}

/** Builds the app unless it was built from the same sources. */
export const build = () =>
  once(
    "Building the app (next build)",
    {
      stamp: join(distFolder, ".archwright-built"),
      sources: [
        "app",
        "components",
        "lib",
        "public/wasm",
        "public/ort",
        "instrumentation.ts",
        "next.config.js",
        "postcss.config.mjs",
        "tsconfig.json",
        "package-lock.json",
        "prisma/schema.prisma",
      ],
      result: join(distFolder, "BUILD_ID"),
    },
    () => runPackage("next/dist/bin/next", ["build"]),
  );
