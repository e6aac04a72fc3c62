import { describe, expect, it } from "vitest";
import { measuredKey, measuredText, parseMeasured, withLatency } from "@/lib/builder/measured";
import type { BrowserLatency } from "@/lib/core/browserLatency";
import { importFile } from "@/lib/core/formats";

const WASM: BrowserLatency = {
  backend: "wasm",
  threads: 1,
  template: { family: "mbconv" },
  inputShape: [3, 32, 32],
  medianMs: 1.5,
  lowMs: 1.4,
  highMs: 1.75,
  numTimes: 50,
  numWarmUps: 10,
  measuredAt: "2026-11-24T20:00:00.000Z",
};
const LATER = { ...WASM, medianMs: 1.6, measuredAt: "2026-11-24T21:00:00.000Z" };
const WEBGPU: BrowserLatency = { ...WASM, backend: "webgpu", threads: null };

describe("measured latencies that a browser keeps", () => {
  it("are the latest of each backend, whichever is noted last", () => {
    const measured = withLatency(withLatency(withLatency({}, "a", LATER), "a", WEBGPU), "a", WASM);
    expect(measured).toEqual({ a: [LATER, WEBGPU] });
    expect(parseMeasured(measuredText(measured))).toEqual(measured);
  });

  it("are of the 200 architectures that were measured last", () => {
    let measured = withLatency({}, "first", WASM);
    for (let index = 0; index < 199; index++) measured = withLatency(measured, `a${index}`, WASM);
    expect(Object.keys(measured)).toHaveLength(200);
    measured = withLatency(withLatency(measured, "first", LATER), "last", WASM);
    expect(Object.keys(measured)).toHaveLength(200);
    expect(measured.first).toEqual([LATER]);
    expect(measured.a0).toBeUndefined();
  });

  it("are read as far as they are ours", () => {
    expect(parseMeasured(null)).toEqual({});
    expect(parseMeasured("{")).toEqual({});
    expect(parseMeasured("[]")).toEqual({});
    const stored = {
      a: [{ ...WASM, backend: "abacus" }, WASM],
      b: [{ ...WASM, medianMs: null }],
      c: [{ ...WASM, measuredAt: "today" }],
      d: 1,
    };
    expect(parseMeasured(JSON.stringify(stored))).toEqual({ a: [WASM] });
  });

  it("find their architecture by its values, whatever it is called and however codes are numbered", () => {
    const read = (text: string) => {
      const outcome = importFile({ name: "t.csv", bytes: new TextEncoder().encode(text) });
      if (!outcome.ok) throw new Error(outcome.message);
      const { space, architectures } = outcome.dataset;
      return architectures.map((architecture) => measuredKey(space, architecture));
    };
    const [a, b] = read("id,u1,u2,acc\na,e3k3,e6k5,1\nb,e3k3,e6k3,2\n");
    const [, again] = read("id,u1,u2,acc\nx,e1k1,e4k4,1\ny,e3k3,e6k5,2\n");
    expect(again).toBe(a);
    expect(b).not.toBe(a);
  });
});
