import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const COMMANDS = ["python3", "/usr/bin/python3"];

/** A Python that can import these packages; null, with the reason printed, where there is none. */
export function pythonWith(...packages: readonly string[]): string | null {
  for (const command of COMMANDS)
    if (spawnSync(command, ["-c", `import ${packages.join(", ")}`], { stdio: "ignore" }).status === 0)
      return command;
  console.info(`Skipped: neither ${COMMANDS.join(" nor ")} can import ${packages.join(" and ")}.`);
  return null;
}

/** What a script of this folder prints as JSON, given a folder with these files. @throws Error with its messages */
export function runPython(
  command: string,
  script: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): unknown {
  const folder = mkdtempSync(join(tmpdir(), "archwright-python-"));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const ran = spawnSync(command, [resolve(import.meta.dirname, script), folder], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return JSON.parse(ran.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
