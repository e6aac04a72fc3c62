import { describe, expect, it } from "vitest";
import type { ToWorker } from "@/lib/worker/protocol";
import { createTrainerClient, TaskError } from "@/lib/worker/trainer-client";

/** A worker that only remembers what it was sent. */
class FakeWorker extends EventTarget {
  readonly sent: ToWorker[] = [];
  isTerminated = false;
  postMessage(message: ToWorker): void {
    this.sent.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
  crash(message: string): void {
    this.dispatchEvent(Object.assign(new Event("error"), { message }));
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const client = createTrainerClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, workers };
}

describe("the page's end of the worker", () => {
  it("gives each answer to the task with its id, in whatever order they come", async () => {
    const { client, workers } = setUp();
    const started = client.run("start", { wanted: "wasm" });
    const features = client.run("scoreFeatures", {});
    workers[0]?.say({ type: "done", id: 2, name: "scoreFeatures", result: { scores: [] } });
    workers[0]?.say({ type: "done", id: 1, name: "start", result: { backend: "wasm", note: null } });
    expect(await started).toEqual({ backend: "wasm", note: null });
    expect(await features).toEqual({ scores: [] });
    expect(workers).toHaveLength(1);
  });

  it("sends a cancel for an aborted task, which fails once the worker says so", async () => {
    const { client, workers } = setUp();
    const controller = new AbortController();
    const task = client.run("scoreFeatures", {}, { signal: controller.signal });
    controller.abort();
    expect(workers[0]?.sent.at(-1)).toEqual({ type: "cancel", id: 1 });
    workers[0]?.say({ type: "failed", id: 1, code: "cancelled", message: "Cancelled." });
    await expect(task).rejects.toEqual(new TaskError("cancelled", "Cancelled."));
  });

  it("fails everything pending when the worker crashes, and starts a new one for the next task", async () => {
    const { client, workers } = setUp();
    const tasks = [client.run("scoreFeatures", {}), client.run("scoreFeatures", {})];
    workers[0]?.crash("out of memory");
    for (const task of tasks) await expect(task).rejects.toThrow("The trainer stopped: out of memory.");
    const next = client.run("scoreFeatures", {});
    workers[1]?.say({ type: "done", id: 3, name: "scoreFeatures", result: { scores: [] } });
    expect(await next).toEqual({ scores: [] });
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it("drops a worker that lost the graphics processor, and starts a new one for the next task", async () => {
    const { client, workers } = setUp();
    const task = client.run("scoreFeatures", {});
    workers[0]?.say({ type: "failed", id: 1, code: "lost", message: "It was taken away." });
    await expect(task).rejects.toEqual(new TaskError("lost", "It was taken away."));
    expect(workers[0]?.isTerminated).toBe(true);
    void client.run("scoreFeatures", {}).catch(() => undefined);
    expect(workers).toHaveLength(2);
  });

  it("ends the worker and cancels what is pending when disposed of", async () => {
    const { client, workers } = setUp();
    const task = client.run("scoreFeatures", {});
    client.dispose();
    await expect(task).rejects.toMatchObject({ code: "cancelled" });
    expect(workers[0]?.isTerminated).toBe(true);
  });
});
