import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { datasetToArchset } from "@/lib/core/export/archset";
import { csvText } from "@/lib/core/export/csv";
import { datasetToTable } from "@/lib/core/export/datasetTable";
import { importFile } from "@/lib/core/formats";
import { sameDataset } from "@/lib/core/sameDataset";
import { sharedPath } from "../../shared";
import { malformedFiles, malformedRows } from "./malformedFiles";
import { filesWithoutArchitectures, publishedFiles } from "./publishedFiles";
import { foreignFiles, writtenFiles } from "./writtenFiles";

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

describe("files as tools and people write them", () => {
  it.each(writtenFiles)("$name", ({ name: _, content, ...expected }) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const outcome = importFile({ name: "file", bytes });
    if (!outcome.ok) throw new Error(outcome.message);
    const { format, structure, numArchitectures, accepted, rejected, failed, ...report } = outcome.report;
    const failures = failed > 0 ? `, ${failed} failed` : "";
    expect({
      read: `${format}/${structure}, ${numArchitectures} = ${accepted} + ${rejected}${failures}`,
      lengths: report.units.map(({ lengths }) => lengths),
      features: report.features.map(({ name, kind }) => `${name} ${kind.charAt(0)}`),
      metrics: report.metrics.map(({ name }) => name),
    }).toEqual(expected);
    // What was read is written in the same notation, and comes back equal.
    const { header, rows } = datasetToTable(outcome.dataset);
    for (const text of [datasetToArchset(outcome.dataset), csvText(header, rows)]) {
      const again = readText(text);
      if (!again.ok) throw new Error(again.message);
      expect(sameDataset({ ...again.dataset, name: outcome.dataset.name }, outcome.dataset)).toBe(true);
    }
  });

  it.each(foreignFiles)("%s is no table, and the user is told what it is", (_name, bytes, error) => {
    const outcome = importFile({ name: "table.csv", bytes });
    expect(outcome.ok ? "accepted" : outcome.message).toBe(error);
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
