import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Random } from "@/lib/core/random";
import { randomDataset } from "../core/export/randomDataset";
import { datasetToArchset } from "@/lib/core/export/archset";

const samples = join(import.meta.dirname, "../../public/samples");
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const head = (name: string, numBytes: number): Uint8Array =>
  readFileSync(join(samples, name)).subarray(0, numBytes);

const CONFIG = `"{'ks': [3, 5, 7, 3], 'e': [3, 4, 6, 3], 'd': [2, 1], 'r': [224]}",71.5,0.02,ok`;

/** Small good files of several formats, to be spoilt. */
const GOOD: readonly Uint8Array[] = [
  head("cell.csv", 3_000),
  head("staged.csv", 3_000),
  encode(
    JSON.stringify({
      architectures: (
        JSON.parse(readFileSync(join(samples, "staged.json"), "utf8")) as { architectures: unknown[] }
      ).architectures.slice(0, 15),
    }),
  ),
  encode(datasetToArchset(randomDataset(1))),
  encode(datasetToArchset(randomDataset(8))),
  encode(`config,top1,latency (s),status\n${`${CONFIG}\n`.repeat(6)}`),
  encode(
    "id;u1;u2;Genauigkeit;Zeit\na;e3k3;e4k5;0,75;0:01:30\nb;e3k5;e4k5;0,5;1:02:03\nc;e6k3;e4k7;95%;#DIV/0!\n",
  ),
  encode('{"units":[["e3k3"],["e4k5"]],"acc":1}\n{"units":[["e3k5"],["e4k5"]],"acc":NaN}\n'),
  encode(
    "model,layers,width,optimizer,lr,acc\na,2,64,adam,0.1,0.7\nb,3,128,sgd,0.01,0.8\nc,2,128,adam,0.001,0.6\n",
  ),
  gzipSync(head("cell.csv", 2_000)),
  encode(
    "arch_id,unit,layer,op,kernel,top1\na,1,1,conv,3,70\na,1,2,mb,5,70\na,2,1,mb,3,70\nb,1,1,conv,5,71\nb,2,1,mb,5,71\n",
  ),
  encode("1114,0.93\n1214,0.95\n1124,0.91\n2114,0.92\n"),
  Uint8Array.from("Gerät;u1;Größe\na;e3k3;1\nb;e3k5;2\n", (character) => character.charCodeAt(0)),
];

const NASTY = [
  '=HYPERLINK("http://x")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "@SUM(A1:A9)",
  "<script>alert(1)</script>",
  "{{constructor.constructor('return 1')()}}",
  "__import__('os').system('true')",
  "'; DROP TABLE Dataset; --",
  "../../../../etc/passwd",
  "1e999",
  "-1e-999",
  "9".repeat(400),
  `${"9".repeat(399)}x`,
  "0x1F",
  "NaN",
  "Infinity",
  "\u0000",
  "\ud800",
  "\u202e\u2066",
  "💥".repeat(50),
  "__proto__",
  "constructor",
  '""""',
  '"',
  "'",
  "\r",
  ",,,,,,",
  "[[[[[[[[",
  "a".repeat(5_000),
  "1,000,00",
  "99:99:99",
];

type Spoil = (bytes: Uint8Array, random: Random) => Uint8Array;

const at = (bytes: Uint8Array, random: Random): number => Math.floor(random() * (bytes.length + 1));
const pick = <T>(items: readonly T[], random: Random): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const spliced = (bytes: Uint8Array, from: number, until: number, inserted: Uint8Array): Uint8Array =>
  joined(bytes.subarray(0, from), inserted, bytes.subarray(until));

const truncated: Spoil = (bytes, random) => bytes.subarray(0, at(bytes, random));

const flipped: Spoil = (bytes, random) => {
  const copy = Uint8Array.from(bytes);
  for (let flips = 1 + Math.floor(random() * 8); flips > 0 && copy.length > 0; flips--) {
    const place = Math.floor(random() * copy.length);
    copy[place] = (copy[place] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return copy;
};

const misEncoded: Spoil = (bytes, random) => {
  const text = new TextDecoder().decode(bytes);
  return pick(
    [
      () => Uint8Array.from(Buffer.from(text, "utf16le")),
      () => joined(Uint8Array.of(0xff, 0xfe), Buffer.from(text, "utf16le")),
      () => Uint8Array.from(Buffer.from(text.replaceAll("e", "é"), "latin1")),
      () => joined(Uint8Array.of(0xef, 0xbb, 0xbf), bytes),
      () => encode(text.replaceAll("\n", "\r")),
    ],
    random,
  )();
};

const nested: Spoil = (bytes, random) => {
  const depth = pick([5, 99, 101, 5_000, 50_000], random);
  const [open, close] = pick(
    [
      ["[", "]"],
      ['{"a":', "}"],
      ["(", ")"],
    ] as const,
    random,
  );
  const place = at(bytes, random);
  return spliced(
    bytes,
    place,
    place,
    encode(open.repeat(depth) + (random() < 0.5 ? close.repeat(depth) : "")),
  );
};

const poisoned: Spoil = (bytes, random) => {
  const text = new TextDecoder().decode(bytes);
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)].map(
    (hit) => [hit.index, hit.index + hit[0].length] as const,
  );
  const [from, until] = pick(numbers.length > 0 ? numbers : [[0, 0] as const], random);
  return encode(text.slice(0, from) + pick(NASTY, random) + text.slice(until));
};

const repeated: Spoil = (bytes, random) => {
  const from = at(bytes, random);
  const slice = bytes.subarray(from, from + Math.floor(random() * 500));
  const place = at(bytes, random);
  return spliced(bytes, place, place, slice);
};

const wild: Spoil = (_bytes, random) =>
  Uint8Array.from({ length: Math.floor(random() * 400) }, () => Math.floor(random() * 256));

const SPOILS: readonly Spoil[] = [truncated, flipped, misEncoded, nested, poisoned, poisoned, repeated, wild];

/** A good file that was spoilt one to three times; the same for the same sequence of chance. */
export function fuzzedFile(random: Random): Uint8Array {
  let bytes = pick(GOOD, random);
  for (let rounds = 1 + Math.floor(random() * 3); rounds > 0; rounds--)
    bytes = pick(SPOILS, random)(bytes, random);
  return bytes;
}

const PLANS = [
  {},
  { duplicates: "average" },
  { duplicates: "latest", format: "block-tokens" },
  { format: "flat" },
  { format: "none such" },
  { columns: { u1: "metric", acc: "architecture", __proto__: "id" } },
  { columns: { arch: "feature", u1: "feature", accuracy: "status", id: "ignored" } },
  { metrics: { acc: { unit: "", goal: "min" }, constructor: { unit: null } } },
  {
    space: {
      features: { kernel: { values: [3] }, expand: { kind: "continuous" } },
      lengths: { 0: [1], 99: [0] },
    },
  },
  { space: { features: { op: { kind: "ordinal" } } } },
  { columns: null },
  [],
  7,
];

/** A plan that may fit the file, or be none at all. */
export const fuzzedPlan = (random: Random): string =>
  random() < 0.1 ? pick(NASTY, random) : JSON.stringify(pick(PLANS, random));
