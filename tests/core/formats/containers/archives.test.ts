import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ArchiveError, ARCHIVE_LIMITS } from "@/lib/core/formats/containers/archiveError";
import { gunzip } from "@/lib/core/formats/containers/gzip";
import { openZip } from "@/lib/core/formats/containers/zip";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const failure = (read: () => unknown): [string, string] => {
  try {
    read();
  } catch (error) {
    if (error instanceof ArchiveError) return [error.code, error.message];
    throw error;
  }
  return ["read", ""];
};

const DAMAGED = "is damaged and cannot be unpacked. Copy or pack it again.";
const SMALL = { ...ARCHIVE_LIMITS, maxFileBytes: 2 ** 20, ratioFrom: 2 ** 16, maxTotalBytes: 2 ** 20 };

describe("gzip", () => {
  const one = gzipSync(strToU8("arch,acc\n1,2\n"));

  it("is unpacked, one member or several", () => {
    expect(text(gunzip(one))).toBe("arch,acc\n1,2\n");
    expect(text(gunzip(joined(one, gzipSync(strToU8("3,4\n")), gzipSync(strToU8("5,6\n")))))).toBe(
      "arch,acc\n1,2\n3,4\n5,6\n",
    );
  });

  it("damaged or cut off says so", () => {
    const flipped = one.slice();
    flipped[flipped.length - 8] = (flipped[flipped.length - 8] ?? 0) ^ 1;
    const whole = [flipped, one.subarray(0, 20), one.subarray(0, 3), joined(flipped, one)];
    for (const bytes of whole)
      expect(failure(() => gunzip(bytes))).toEqual(["damaged", `The gzip file ${DAMAGED}`]);
  });

  it("that unpacks to far more than it weighs is refused before it fills memory", () =>
    expect(failure(() => gunzip(gzipSync(new Uint8Array(40 * 2 ** 20))))).toEqual([
      "too_large",
      "The gzip file unpacks to more than 200 times its size, as no table of measurements does. Upload it unpacked.",
    ]));

  it("beyond the absolute bound is refused", () =>
    expect(
      failure(() =>
        gunzip(gzipSync(Uint8Array.from({ length: 2 ** 21 }, (_, index) => (index * index) >> 3)), SMALL),
      ),
    ).toEqual(["too_large", "The gzip file unpacks to more than 1 MB. Split it into smaller files."]));
});

describe("zip", () => {
  const packed = zipSync({
    "a/": new Uint8Array(),
    "a/b.csv": strToU8("x,y\n"),
    "c.json": [strToU8("[]"), { level: 0 }],
  });

  it("lists its files and unpacks each, deflated or stored", () => {
    const archive = openZip(packed);
    expect(archive.files.map(({ name, size }) => [name, size])).toEqual([
      ["a/b.csv", 4],
      ["c.json", 2],
    ]);
    expect(archive.files.map((file) => text(archive.read(file)))).toEqual(["x,y\n", "[]"]);
  });

  it("cut off says that its directory is missing", () =>
    expect(failure(() => openZip(packed.subarray(0, packed.length - 30)))).toEqual([
      "damaged",
      "The zip archive has no directory at its end, as if it was cut off. Copy or pack it again.",
    ]));

  it("with a flipped bit names the damaged file", () => {
    const flipped = packed.slice();
    const at = packed.findIndex((byte, index) => byte === 0x5b && packed[index + 1] === 0x5d);
    flipped[at] = 0x7b;
    const archive = openZip(flipped);
    expect(archive.files.map((file) => failure(() => archive.read(file)))).toEqual([
      ["read", ""],
      ["damaged", `c.json ${DAMAGED}`],
    ]);
  });

  it("with an encrypted file is refused", () => {
    const lying = packed.slice();
    const view = new DataView(lying.buffer);
    const directory = view.getUint32(lying.length - 6, true);
    // The second entry's flags, behind the entry of the folder "a/".
    view.setUint16(directory + 46 + 2 + 8, 1, true);
    expect(failure(() => openZip(lying).files.map((file) => openZip(lying).read(file)))).toEqual([
      "unsupported",
      "a/b.csv is encrypted. Pack the archive without a password.",
    ]);
  });

  it("bombs are refused by what is unpacked, not by what the directory says", () => {
    const bomb = zipSync({ "zeros.csv": new Uint8Array(40 * 2 ** 20) });
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    view.setUint32(view.getUint32(lying.length - 6, true) + 24, 10, true);
    for (const bytes of [bomb, lying])
      expect(failure(() => openZip(bytes).read({ name: "zeros.csv", size: 0 }))).toEqual([
        "too_large",
        "zeros.csv unpacks to more than 200 times its size, as no table of measurements does. Upload it unpacked.",
      ]);
  });

  it("whose files together go beyond the bound is refused", () => {
    const noise = Uint8Array.from({ length: 700_000 }, (_, index) => (index * index) >> 3);
    const archive = openZip(zipSync({ a: noise, b: noise }), SMALL);
    expect(archive.files.map((file) => failure(() => archive.read(file))[0])).toEqual(["read", "too_large"]);
  });
});
