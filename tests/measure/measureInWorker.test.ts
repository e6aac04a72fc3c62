// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { measureInWorker } from "@/lib/measure/measureInWorker";
import type { MeasureAnswer, MeasureRequest } from "@/lib/measure/protocol";

/** A worker that answers when it is told to. */
class FakeWorker extends EventTarget implements Worker {
  onmessage: Worker["onmessage"] = null;
  onmessageerror: Worker["onmessageerror"] = null;
  onerror: Worker["onerror"] = null;
  asked: unknown = null;
  isEnded = false;
  postMessage(message: unknown): void {
    this.asked = message;
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(data: MeasureAnswer): void {
    this.onmessage?.call(this, new MessageEvent("message", { data }));
  }
}

const request: MeasureRequest = {
  model: new Uint8Array(3),
  inputShape: [1, 2, 2],
  inputType: "float",
  backend: "wasm",
};

describe("measuring in a worker", () => {
  it("tells progress, sums up the times and ends the worker", async () => {
    const worker = new FakeWorker();
    const progress: number[] = [];
    const { result } = measureInWorker(
      request,
      (done) => progress.push(done),
      () => worker,
    );
    expect(worker.asked).toBe(request);
    worker.answer({ kind: "progress", done: 0.5 });
    worker.answer({ kind: "done", timing: { times: [3, 1, 2], numWarmUps: 10 } });
    expect(await result).toEqual({ medianMs: 2, lowMs: 1.5, highMs: 2.5, numTimes: 3, numWarmUps: 10 });
    expect(progress).toEqual([0.5]);
    expect(worker.isEnded).toBe(true);
  });

  it("fails with the worker's words", async () => {
    const worker = new FakeWorker();
    const { result } = measureInWorker(
      request,
      () => undefined,
      () => worker,
    );
    worker.answer({ kind: "failed", message: "no WebGPU here" });
    await expect(result).rejects.toThrow("no WebGPU here");
    expect(worker.isEnded).toBe(true);
  });

  it("ends the worker when it is cancelled", () => {
    const worker = new FakeWorker();
    measureInWorker(
      request,
      () => undefined,
      () => worker,
    ).cancel();
    expect(worker.isEnded).toBe(true);
  });
});
