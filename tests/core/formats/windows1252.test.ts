import { describe, expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { fromWindows1252 } from "@/lib/core/formats/windows1252";

/** Every character is one byte of its own number. */
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("a file in Windows-1252", () => {
  it("is read, with a note that shows a word of it", () => {
    const outcome = importFile({
      name: "t.csv",
      bytes: latin1("Gerät,u1,top1\nGrün,e3k3,70\nBlau,e6k5,71\n"),
    });
    if (!outcome.ok) throw new Error(outcome.message);
    expect(outcome.report.columns.map(({ label }) => label)).toEqual(["Gerät", "u1", "top1"]);
    expect(outcome.report.issues[0]).toEqual({
      row: 0,
      field: "",
      message:
        'The file is not UTF-8 and was read as Windows-1252 (Latin-1), so that it says "Gerät". Save it as UTF-8 where that is wrong.',
    });
  });

  it("keeps signs that Latin-1 has not, such as the euro", () =>
    expect(new TextDecoder().decode(fromWindows1252(Uint8Array.of(0x80, 0x31, 0x30, 0x30))?.bytes)).toBe(
      "€100",
    ));

  it.each([
    ["a control character", Uint8Array.of(0x61, 0x01, 0xe4, 0x62, 0x63, 0x64)],
    ["a byte that Windows-1252 leaves open", Uint8Array.of(0x61, 0x81, 0x62, 0x63, 0x64)],
    ["few letters of ASCII", Uint8Array.of(0xe4, 0xf6, 0xfc, 0x61)],
    [
      "the mark of UTF-8",
      Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0xe4),
    ],
  ])("is not what has %s", (_name, bytes) => expect(fromWindows1252(bytes)).toBeNull());
});
