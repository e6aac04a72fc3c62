import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const sharedFolder = resolve(import.meta.dirname, "../../shared");

/**
 * Path of reference numbers or published tables that lie beside the project, or null where they are absent; tests
 * that need them are skipped then, and the reason is printed once per file.
 */
export function sharedPath(relative: string): string | null {
  const path = join(sharedFolder, relative);
  if (existsSync(path)) return path;
  console.info(`Skipped: ${relative} is not beside the project (../shared).`);
  return null;
}
