import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { NAS_BENCH_201 } from "@/lib/core/blocks/templates/presets";
import { readModel } from "@/lib/core/onnx/model";
import { Unusable } from "../../scripts/cli/command";
import { exportCommand } from "../../scripts/cli/export";

const sample = (name: string) => resolve(import.meta.dirname, "../../public/samples", name);
const folder = mkdtempSync(join(tmpdir(), "archwright-export-"));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const exported = (file: string, id: string, form: string, ...more: string[]) =>
  exportCommand([sample(file), "--id", id, "--to", form, "--out", path(form), ...more]);

describe("export of a network on the command line", () => {
  it("writes an ONNX model of the weights of a seed", async () => {
    expect(await exported("staged.csv", "s0001", "onnx", "--seed", "3")).toEqual({
      path: path("onnx"),
      bytes: readFileSync(path("onnx")).length,
    });
    const first = readFileSync(path("onnx"));
    expect(readModel(first).outputs).toEqual([{ name: "output", shape: [null, 10] }]);
    await exported("staged.csv", "s0001", "onnx", "--seed", "4");
    expect(readFileSync(path("onnx")).equals(first)).toBe(false);
    await exported("staged.csv", "s0001", "onnx", "--seed", "3");
    expect(readFileSync(path("onnx")).equals(first)).toBe(true);
  });

  it.each([
    ["pytorch", "class Network(nn.Module):"],
    ["keras", "def build():"],
    ["tfjs", "model.json"],
    ["dot", 'digraph "s0001" {'],
    ["ofa", '"d":[3,3,4,3]'],
    ["notation", "e3k5 e3k7 e4k7 | e3k5 e4k5 e4k5 |"],
  ])("writes %s", async (form, part) => {
    await exported("staged.csv", "s0001", form);
    expect(readFileSync(path(form), "latin1")).toContain(part);
  });

  it("takes a template, and says what is wrong with one", async () => {
    writeFileSync(path("t.json"), JSON.stringify({ ...NAS_BENCH_201, numClasses: 100 }));
    await exported("cell.csv", "c001", "pytorch", "--template", path("t.json"));
    expect(readFileSync(path("pytorch"), "utf8")).toContain("nn.Linear(64, 100)");
    writeFileSync(path("t.json"), JSON.stringify({ ...NAS_BENCH_201, numClasses: 0 }));
    await expect(exported("cell.csv", "c001", "pytorch", "--template", path("t.json"))).rejects.toThrow(
      new Unusable(
        `${path("t.json")} is no template: numClasses: 0 is not a whole number from 1 to 1000000.`,
      ),
    );
  });

  it("knows where lists of once-for-all do not fit", async () => {
    await expect(exported("cell.csv", "c001", "ofa")).rejects.toThrow(
      "--to ofa is for units of blocks that have the features expand and kernel.",
    );
  });
});
