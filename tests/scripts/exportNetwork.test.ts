import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { storedTensors } from "@/lib/core/blocks/parameters";
import { NAS_BENCH_201 } from "@/lib/core/blocks/templates/presets";
import { suggestTemplates } from "@/lib/core/blocks/templates/suggest";
import { buildNetwork } from "@/lib/core/blocks/templates/template";
import { randomWeights } from "@/lib/core/blocks/weights";
import { readModel } from "@/lib/core/onnx/model";
import { floatBytes, joined } from "@/lib/core/onnx/writeWire";
import { seededRandom } from "@/lib/core/random";
import { Unusable } from "../../scripts/cli/command";
import { exportCommand } from "../../scripts/cli/export";
import { readDataset } from "../../scripts/cli/files";
import { safetensorsFile } from "../core/blocks/weightsFile/safetensorsFile";

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

  it("takes the weights of a file, and lists what does not fit", async () => {
    const tensor = (offset: number) => ({ dtype: "F32", shape: [1], data_offsets: [offset, offset + 4] });
    writeFileSync(path("w.safetensors"), safetensorsFile({ "stem_conv.weight": tensor(0), a: tensor(4) }, new Uint8Array(8))); // prettier-ignore
    const refused = exported("staged.csv", "s0001", "onnx", "--weights", path("w.safetensors"));
    await expect(refused).rejects.toThrow(Unusable);
    await expect(refused).rejects.toThrow(
      /w\.safetensors does not fit this network:\n {2}stem_conv\.weight is \[1\], where the network has \[4, 1, 3, 3\]\n {2}missing stem_bn\.weight \[4\]\n[^]*\n {2}unexpected a \[1\]$/,
    );
    writeFileSync(path("w.csv"), "id,accuracy\n1,2\n");
    await expect(exported("staged.csv", "s0001", "onnx", "--weights", path("w.csv"))).rejects.toThrow(
      "w.csv cannot be used: it is neither a safetensors file nor a PyTorch file",
    );
  });

  it("writes the model that the file's weights make", async () => {
    await exported("staged.csv", "s0001", "onnx", "--seed", "3");
    const wanted = readFileSync(path("onnx"));
    writeFileSync(path("s3.safetensors"), seedThree());
    await exported("staged.csv", "s0001", "onnx", "--weights", path("s3.safetensors"));
    expect(readFileSync(path("onnx")).equals(wanted)).toBe(true);
  });

  it("wants no weights where a form has none, nor both a seed and a file", async () => {
    await expect(exported("staged.csv", "s0001", "pytorch", "--weights", "w")).rejects.toThrow(
      "--weights is for onnx and tfjs; pytorch holds no weights.",
    );
    await expect(exported("staged.csv", "s0001", "onnx", "--weights", "w", "--seed", "1")).rejects.toThrow(
      "--seed draws weights, and --weights gives them: leave one out.",
    );
  });
});

/** The weights of seed 3 of the first architecture, as a file. */
function seedThree(): Uint8Array {
  const { space, architectures } = readDataset(sample("staged.csv")).dataset;
  const first = architectures.find(({ id }) => id === "s0001");
  const [suggestion] = suggestTemplates(space);
  const built = first && suggestion && buildNetwork(space, first, suggestion.template);
  if (!built?.ok) throw new Error("The sample cannot be built.");
  const weights = randomWeights(built.network, seededRandom(3));
  let end = 0;
  const header = storedTensors(built.network).map(({ fullName, shape, size }) => {
    const begin = end;
    end += 4 * size;
    return [fullName, { dtype: "F32", shape, data_offsets: [begin, end] }] as const;
  });
  return safetensorsFile(Object.fromEntries(header), joined([...weights.values()].map(floatBytes)));
}
