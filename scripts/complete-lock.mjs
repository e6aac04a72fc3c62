/**
 * Adds the platform packages that package-lock.json lacks. npm leaves out those that a registry does not serve, and
 * `npm ci` then refuses the lock. Run it after every change of the lock: `node scripts/complete-lock.mjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";

const OPERATING_SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const path = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8"));

/** Whether `name` is found from the package at `from`, looking outwards as Node does. */
function isLocked(from, name) {
  const folders = from.split("/node_modules/");
  return (
    folders.some((_, depth) => {
      const folder = folders.slice(0, folders.length - depth).join("/node_modules/");
      return `${folder}/node_modules/${name}` in lock.packages;
    }) || `node_modules/${name}` in lock.packages
  );
}

const wordsOf = (name) => name.split("/").at(-1).split("-");
const added = [];
for (const [from, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(from, name)) continue;
    const words = wordsOf(name);
    const os = OPERATING_SYSTEMS.filter((system) => words.includes(system));
    const cpu = PROCESSORS.filter((processor) => words.includes(processor));
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(os.length > 0 ? { os } : {}),
      dev: lock.packages[from].dev,
      optional: true,
    };
    added.push(`${name}@${version}`);
  }
}

lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "The lock is complete." : `Added ${added.length}: ${added.join(", ")}`);
