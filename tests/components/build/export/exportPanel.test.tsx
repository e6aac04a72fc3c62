// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BuildPage } from "@/components/build/BuildPage";
import type { PageFile } from "@/components/build/downloadText";
import { UnknownOperations } from "@/components/build/export/UnknownOperations";
import { WorkspaceContext } from "@/components/workspace/workspace";
import { importFile } from "@/lib/core/formats";
import { readModel } from "@/lib/core/onnx/model";
import { safetensorsFile } from "../../../core/blocks/weightsFile/safetensorsFile";
import { buildWorkspace } from "../workspaceFixture";

vi.mock("@/lib/api/client", () => ({ listAssembled: async () => [] }));
const taken = vi.hoisted(() => ({ files: [] as PageFile[] }));
vi.mock("@/lib/measure/measureInWorker", () => ({
  measureInWorker: () => ({
    result: Promise.resolve({ medianMs: 1.25, lowMs: 1.2, highMs: 1.5, numTimes: 50, numWarmUps: 10 }),
    cancel: () => undefined,
  }),
}));
vi.mock("@/components/build/downloadText", () => ({
  downloadFile: (file: PageFile) => taken.files.push(file),
  downloadText: () => undefined,
}));

const complete = "0,0|1,1;0,2|1,2;0,1";
const panel = async () => within(await screen.findByRole("region", { name: "Export" }));

const show = (form: string) =>
  render(
    <NuqsTestingAdapter searchParams={`?draft=${complete}&export=${form}`} hasMemory>
      <WorkspaceContext value={buildWorkspace()}>
        <BuildPage />
      </WorkspaceContext>
    </NuqsTestingAdapter>,
  );

beforeEach(() => {
  taken.files = [];
  localStorage.clear();
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(460);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(600);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("the export panel", () => {
  it("shows the source of the PyTorch module with what it counts", async () => {
    show("pytorch");
    const source = await (await panel()).findByLabelText("Preview of the PyTorch file");
    expect(source.textContent).toContain("class Network(nn.Module):");
    expect(source.textContent).toContain("self.unit3_layer2_project_conv = nn.Conv2d(");
    expect((await panel()).getByText(/multiply-accumulates for one input of 3 x 224 x 224/)).toBeDefined();
  });

  it("lists the parts of a model that is no text, and hands out a file that can be read", async () => {
    show("onnx");
    expect(await (await panel()).findByRole("rowheader", { name: "unit 2, layer 1" })).toBeDefined();
    fireEvent.click((await panel()).getByRole("button", { name: "Download ONNX" }));
    const [file] = taken.files;
    expect(file?.name).toBe("network.onnx");
    if (!(file?.content instanceof Uint8Array)) throw new Error("The file is not bytes.");
    expect(readModel(new Uint8Array(file.content)).outputs).toEqual([
      { name: "output", shape: [null, 1000] },
    ]);
  });

  it("takes weights from a file, lists what does not fit, and hands nothing out meanwhile", async () => {
    show("onnx");
    fireEvent.click(await (await panel()).findByLabelText("from a file"));
    const download = async () => (await panel()).getByRole("button", { name: "Download ONNX" });
    expect((await download()).hasAttribute("disabled")).toBe(true);
    const choose = async (bytes: Uint8Array<ArrayBuffer>) => {
      const file = new File([bytes], "mine.safetensors");
      fireEvent.change((await panel()).getByLabelText("File of weights"), { target: { files: [file] } });
    };
    await choose(new TextEncoder().encode("accuracy\n"));
    expect(
      await (await panel()).findByText(/the file cannot be used: it is neither a safetensors file/),
    ).toBeDefined();
    const wrong = safetensorsFile({ mine: { dtype: "F32", shape: [1], data_offsets: [0, 4] } }, [0, 0, 0, 0]);
    await choose(new Uint8Array(wrong));
    expect(await (await panel()).findByText(/^missing .*\[/, { selector: "li:first-child" })).toBeDefined();
    expect(
      (await panel()).getByText(/^mine.safetensors does not fit this network \(\d+ problems\)\.$/),
    ).toBeDefined();
    expect((await download()).hasAttribute("disabled")).toBe(true);
    fireEvent.click((await panel()).getByLabelText("random"));
    expect((await download()).hasAttribute("disabled")).toBe(false);
  });

  it("takes a changed template, and says what is wrong with one that is none", async () => {
    show("keras");
    const editor = await (await panel()).findByLabelText(/The template as JSON/);
    if (!(editor instanceof HTMLTextAreaElement)) throw new Error("The editor is no textarea.");
    fireEvent.change(editor, {
      target: { value: editor.value.replace('"numClasses": 1000', '"numClasses": 10') },
    });
    expect((await panel()).getByLabelText("Preview of the Keras file").textContent).toContain(
      "layers.Dense(units=10,",
    );
    fireEvent.change(editor, {
      target: { value: editor.value.replace('"numClasses": 10', '"numClasses": -1') },
    });
    expect((await panel()).getByText("numClasses: -1 is not a whole number from 1 to 1000000")).toBeDefined();
    expect((await panel()).queryByRole("button", { name: "Download Keras" })).toBeNull();
    fireEvent.change(editor, { target: { value: "{" } });
    expect((await panel()).getByText(/^template: is no JSON/)).toBeDefined();
  });

  it("measures the network here, and notes its latency as a metric of the architecture", async () => {
    show("onnx");
    fireEvent.click(await (await panel()).findByRole("button", { name: "Measure latency in this browser" }));
    expect(
      await (await panel()).findByText(/the median of 50 timings after 10 warm-ups; half of them lie/),
    ).toBeDefined();
    expect(
      (await panel()).getByText(
        /^WebAssembly, 1 thread; template mbconv, input 3 x 224 x 224; \d{4}-\d\d-\d\d$/,
      ),
    ).toBeDefined();
    expect((await panel()).getByText(/^Kept in this browser; save the design/)).toBeDefined();
    fireEvent.click((await panel()).getByLabelText("JSON"));
    const json = (await panel()).getByLabelText("Preview of the JSON file").textContent ?? "";
    expect(JSON.parse(json)).toMatchObject({
      metrics: [{ name: "latency_browser_wasm", unit: "ms", goal: "min" }],
      provenance: { latencies: [{ backend: "wasm", lowMs: 1.2, highMs: 1.5, inputShape: [3, 224, 224] }] },
      architectures: [{ metrics: { latency_browser_wasm: 1.25 } }],
    });
    const outcome = importFile({ name: "a.json", bytes: new TextEncoder().encode(json) });
    expect(outcome.ok && outcome.dataset.architectures[0]?.metrics).toEqual([1.25]);
  });

  it("offers once-for-all's lists and Graphviz", async () => {
    show("ofa");
    const lists = await (await panel()).findByLabelText("Preview of the Once-for-all lists file");
    expect(lists.textContent).toMatch(/^\{"ks":\[/);
    fireEvent.click((await panel()).getByLabelText("Graphviz"));
    expect((await panel()).getByLabelText("Preview of the Graphviz file").textContent).toMatch(
      /^digraph "draft"/,
    );
  });
});

describe("operations that nothing defines", () => {
  it("are named, and defined by the layers they are made of", () => {
    const defined: unknown[] = [];
    render(<UnknownOperations names={["involution_7x7"]} onDefine={(one) => defined.push(one)} />);
    expect(screen.getByText("Nothing says what the operation involution_7x7 is made of.")).toBeDefined();
    const input = screen.getByLabelText("involution_7x7");
    fireEvent.change(input, { target: { value: "relu > lstm" } });
    expect(screen.getByText(/^step 2, "lstm", is not known/)).toBeDefined();
    expect(screen.getByRole("button", { name: "Define" }).hasAttribute("disabled")).toBe(true);
    fireEvent.change(input, { target: { value: "depthwise 7x7 > bn" } });
    fireEvent.click(screen.getByRole("button", { name: "Define" }));
    expect(defined).toEqual([{ involution_7x7: "depthwise 7x7 > bn" }]);
  });
});
