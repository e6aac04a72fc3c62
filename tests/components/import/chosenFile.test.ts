// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { chooseFiles, forgetFile, useChosenFile } from "@/components/import/chosenFile";
import { zipFiles } from "@/components/import/zipFiles";
import { openZip } from "@/lib/core/formats/containers/zip";

const chosen = () => renderHook(useChosenFile).result.current;
const choose = (...files: File[]) => act(() => chooseFiles(files));

afterEach(() => act(forgetFile));

describe("chooseFiles", () => {
  it("chooses the first file and names the others", async () => {
    await choose(new File(["a"], "a.csv"), new File(["b"], "b.csv"));
    expect([chosen()?.file.name, chosen()?.leftOut]).toEqual(["a.csv", ["b.csv"]]);
  });

  it("puts ONNX models and their table into one zip, named after the table", async () => {
    await choose(
      new File(["A"], "a.onnx"),
      new File(["B"], "b.onnx"),
      new File(["id,accuracy"], "phone.csv"),
      new File(["?"], "notes.pdf"),
    );
    expect([chosen()?.file.name, chosen()?.leftOut]).toEqual(["phone.zip", ["notes.pdf"]]);
  });

  it("leaves a single model as it is", async () => {
    await choose(new File(["A"], "a.onnx"));
    expect(chosen()?.file.name).toBe("a.onnx");
  });

  it("keeps what was chosen when nothing is", async () => {
    await choose(new File(["a"], "a.csv"));
    await choose();
    expect(chosen()?.file.name).toBe("a.csv");
  });
});

describe("zipFiles", () => {
  it("writes a zip that unpacks to the same files", async () => {
    const zip = await zipFiles([new File(["abc"], "ä.csv"), new File([""], "empty.onnx")], "both.zip");
    const archive = openZip(new Uint8Array(await zip.arrayBuffer()));
    expect(archive.files.map((file) => [file.name, new TextDecoder().decode(archive.read(file))])).toEqual([
      ["ä.csv", "abc"],
      ["empty.onnx", ""],
    ]);
  });
});
