import { readFileSync } from "node:fs";
import { sharedPath } from "../shared";
import type { Check, Reader } from "./checks/check";

const parsed = new Map<string, unknown>();

/** A file of reference numbers (see its README for how they came about), or null where it is absent. */
export function reference<Content>(relative: string): Content | null {
  if (!parsed.has(relative)) {
    const path = sharedPath(`reference/${relative}`);
    parsed.set(relative, path === null ? null : JSON.parse(readFileSync(path, "utf8")));
  }
  return parsed.get(relative) as Content | null;
}

/** The same for checks, which run only where their files are. */
export const reader: Reader = <Content>(file: string): Content => {
  const content = reference<Content>(file);
  if (content === null) throw new Error(`${file} is absent.`);
  return content;
};

export const hasFiles = ({ files }: Pick<Check, "files">): boolean =>
  files.every((file) => reference(file) !== null);
