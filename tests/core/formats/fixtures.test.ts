import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { sharedPath } from "../../shared";
import { malformedFiles, malformedRows } from "./malformedFiles";
import { filesWithoutArchitectures, publishedFiles } from "./publishedFiles";

const shared = sharedPath(".") ?? "";
const isThere = (file: string): boolean => existsSync(join(shared, file));
const read = (file: string) => importFile({ name: file, bytes: readFileSync(join(shared, file)) });
const readText = (text: string) => importFile({ name: "file", bytes: new TextEncoder().encode(text) });

describe.skipIf(shared === "")("published files", () => {
  it.each(publishedFiles.filter(({ file }) => isThere(file)))("$file", (expected) => {
    const outcome = read(expected.file);
    if (!outcome.ok) throw new Error(outcome.message);
    const { format, structure, numArchitectures, accepted, merged, rejected, ...report } = outcome.report;
    expect({
      file: expected.file,
      format,
      structure,
      rows: [numArchitectures, accepted, rejected, report.duplicates],
      lengths: report.units.map(({ lengths }) => lengths),
      issues: report.issues.map(({ field, message }) => `${field}: ${message}`),
    }).toEqual(expected);
    expect(accepted + merged + rejected).toBe(numArchitectures);
    expect(report.issues.every(({ row }) => row === 0)).toBe(true);
  });

  it.each(filesWithoutArchitectures.filter(([file]) => isThere(file)))("%s is refused", (file, error) => {
    const outcome = read(file);
    expect(outcome.ok ? "accepted" : `${outcome.code}: ${outcome.message}`).toBe(error);
  });

  it("that this table does not know are read with rows that add up, or refused with a reason", () => {
    const known = new Set([
      ...publishedFiles.map(({ file }) => file),
      ...filesWithoutArchitectures.map(([file]) => file),
    ]);
    for (const file of ["data", "sample"].flatMap(dataFiles).filter((name) => !known.has(name))) {
      const outcome = read(file);
      if (!outcome.ok) expect(outcome.message).not.toBe("");
      else {
        const { accepted, merged, rejected, numArchitectures } = outcome.report;
        expect(accepted + merged + rejected).toBe(numArchitectures);
      }
    }
  });
});

describe("malformed files", () => {
  it.each(malformedFiles)("%s", (_name, text, error) => {
    const outcome = readText(text);
    expect(outcome.ok ? "accepted" : `${outcome.code}: ${outcome.message}`).toBe(error);
  });

  it.each(malformedRows)("%s", (_name, text, errors) => {
    const outcome = readText(text);
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.rejected.map(({ row, field, message }) => `row ${row}, ${field}: ${message}`)).toEqual(
      errors,
    );
    const { accepted, rejected, numArchitectures } = outcome.report;
    expect(rejected).toBe(errors.length);
    expect(accepted + rejected).toBe(numArchitectures);
  });
});

/** Every data file below a shared folder, by its path in it. */
function dataFiles(folder: string): string[] {
  return readdirSync(join(shared, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(shared, path)).isDirectory()) return dataFiles(path);
    return /\.(?:csv|json|pt|pth|pkl)$/.test(name) ? [path] : [];
  });
}
