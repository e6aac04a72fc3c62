import { describe, expect, it } from "vitest";
import { completions } from "@/components/train/completion";
import { fileNameOf, readChosen, readPredictorFile, sameSpace } from "@/components/train/predictorFile";
import { space } from "./workspace";

const read = (text: string, name = "p.json") => readPredictorFile(new File([text], name));

describe("predictor files", () => {
  it("are named after what they predict", () =>
    expect(fileNameOf("-latency * 2, AutoBuild, seed 1")).toBe("latency-2-autobuild-seed-1.archwright.json"));

  it.each([
    ["not json", "p.json is not JSON; a predictor file ends in .archwright.json."],
    [
      "[]",
      "p.json is not a predictor file of Archwright (*.archwright.json). Datasets are uploaded under Datasets.",
    ],
    [
      '{"format":"archwright-predictor","version":2}',
      "p.json has version 2; this Archwright reads version 1.",
    ],
  ])("%s is refused", (text, message) => expect(read(text)).rejects.toThrow(message));

  it("are opened with a checkpoint's settings beside it, read without running them", async () => {
    const settings = new File(["}U\x06targetU\x03accs."], "m_config.pkl");
    const tensors = new File(["PK"], "m_predictor.pt");
    expect(await readChosen([settings, tensors])).toMatchObject({ kind: "checkpoint", target: "acc" });
    await expect(readChosen([tensors])).rejects.toThrow(
      "m_predictor.pt needs its settings: choose it together with the ..._config.pkl that lies beside it.",
    );
    await expect(readChosen([settings])).rejects.toThrow(
      "m_config.pkl holds settings only: choose it together with the ..._predictor.pt that lies beside it.",
    );
    const hostile = new File(["cos\nsystem\n(S'id'\ntR."], "m_config.pkl");
    await expect(readChosen([hostile, tensors])).rejects.toThrow(
      "m_config.pkl cannot be read. Pickle, byte 0: it asks for os.system,",
    );
  });

  it("fit a dataset whose units, features and values are the same, whatever names its units have", () => {
    expect(sameSpace(space, { ...space, units: [{ name: "stage 1", lengths: [1, 2] }] })).toBe(true);
    expect(sameSpace(space, { ...space, units: [{ name: "unit 1", lengths: [1, 3] }] })).toBe(false);
  });
});

describe("completion", () => {
  const metrics = [{ name: "accuracy" }, { name: "latency" }];

  it("completes the word at the caret and leaves the rest", () =>
    expect(completions("2 * l + 1", 5, metrics)).toEqual([
      { label: "latency", kind: "metric", text: "2 * latency + 1", caret: 11 },
      { label: "log(...)", kind: "function", text: "2 * log( + 1", caret: 8 },
      { label: "log2(...)", kind: "function", text: "2 * log2( + 1", caret: 9 },
      { label: "log10(...)", kind: "function", text: "2 * log10( + 1", caret: 10 },
    ]));

  it("offers nothing after an operator or a complete name", () => {
    expect(completions("2 * ", 4, metrics)).toEqual([]);
    expect(completions("latency", 7, metrics)).toEqual([]);
  });
});
