/** Named versions of a draft, kept by the browser. */
import type { SearchSpace } from "../core/searchSpace";
import { parseDraft } from "./draftCode";

export type Version = {
  readonly name: string;
  /** The draft as text (see draftCode.ts). */
  readonly code: string;
};

/** More than these are a collection, which designs saved on the server are for. */
export const MAX_VERSIONS = 40;
/** Side by side no more than these can be read. */
export const MAX_COMPARED = 4;

const LONGEST_NAME = 60;

/** The versions with one more, last; one of the same name is replaced. The oldest go where there are too many. */
export const withVersion = (versions: readonly Version[], { name, code }: Version): readonly Version[] => {
  const clean = name.trim().slice(0, LONGEST_NAME);
  return [...versions.filter((one) => one.name !== clean), { name: clean, code }].slice(-MAX_VERSIONS);
};

export const withoutVersion = (versions: readonly Version[], name: string): readonly Version[] =>
  versions.filter((one) => one.name !== name);

/** `version 3`: the first that is free. */
export function freeName(versions: readonly Version[]): string {
  const taken = new Set(versions.map(({ name }) => name));
  let number = 1;
  while (taken.has(`version ${number}`)) number++;
  return `version ${number}`;
}

/** What was kept, as far as it is still of this space: datasets are edited, and anyone can change a browser's storage. */
export function parseVersions(text: string | null, space: SearchSpace): readonly Version[] {
  if (text === null) return [];
  try {
    const stored: unknown = JSON.parse(text);
    if (!Array.isArray(stored)) return [];
    return stored
      .flatMap((one: unknown): Version[] => {
        if (typeof one !== "object" || one === null || !("name" in one) || !("code" in one)) return [];
        const { name, code } = one;
        return typeof name === "string" && typeof code === "string" && parseDraft(code, space) !== null
          ? [{ name, code }]
          : [];
      })
      .slice(-MAX_VERSIONS);
  } catch {
    return [];
  }
}

export const storeVersions = (versions: readonly Version[]): string => JSON.stringify(versions);
