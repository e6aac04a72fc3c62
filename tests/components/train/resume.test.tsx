// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TrainPage } from "@/components/train/TrainPage";
import { keepUnfinished, readUnfinished } from "@/components/train/unfinished";
import { TaskError, type TrainerClient } from "@/lib/worker/trainer-client";
import { InWorkspace } from "./workspace";

const HASH = "ab";
const settings = { kind: "autobuild", seed: 4, trainFraction: 0.9, epochs: 12 };
const unfinished = { target: "-latency", settings, epoch: 5, numEpochs: 12 };

type Asked = {
  name: string;
  request: unknown;
  reject: (reason: unknown) => void;
  options: { onProgress?: (told: unknown) => void };
};

/** A worker under the test's control. */
function fakeTrainer() {
  const asked: Asked[] = [];
  const run = (name: string, request: unknown, options = {}) =>
    new Promise((resolve, reject) => {
      asked.push({ name, request, reject, options });
      if (name === "start") resolve({ backend: "webgl", note: null });
    });
  return { asked, trainer: () => ({ run, dispose: () => undefined }) as unknown as TrainerClient };
}

const trainings = (asked: readonly Asked[]) => asked.filter(({ name }) => name === "train");

async function show() {
  const { asked, trainer } = fakeTrainer();
  render(
    <InWorkspace trainer={trainer}>
      <TrainPage />
    </InWorkspace>,
  );
  return asked;
}

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe("a training that was cut off", () => {
  it("is offered after a reload, and gone on with under its own target and settings", async () => {
    keepUnfinished(localStorage, HASH, unfinished);
    const asked = await show();
    expect(screen.getByText(/5 of 12 epochs were done/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Resume training" }));
    await vi.waitFor(() => expect(trainings(asked)).toHaveLength(1));
    expect(trainings(asked)[0]?.request).toMatchObject({ settings, problem: { target: "-latency" } });
  });

  it("can be discarded", async () => {
    keepUnfinished(localStorage, HASH, unfinished);
    await show();
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    expect(screen.queryByText(/epochs were done/)).toBeNull();
    expect(readUnfinished(localStorage, HASH)).toBeNull();
  });

  it("is remembered while it runs, and forgotten once it is cancelled", async () => {
    const asked = await show();
    fireEvent.click(screen.getByRole("button", { name: "Train" }));
    await vi.waitFor(() => expect(trainings(asked)).toHaveLength(1));
    trainings(asked)[0]?.options.onProgress?.({
      epoch: 7,
      numEpochs: 9,
      loss: 1,
      heldOutLoss: 1,
      hopSrcc: [],
      srcc: 0,
      rowsPerSecond: 1,
      secondsLeft: 1,
    });
    expect(readUnfinished(localStorage, HASH)).toMatchObject({ target: "accuracy", epoch: 7, numEpochs: 9 });
    fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(readUnfinished(localStorage, HASH)).toBeNull();
  });

  it("is no training at all where the storage holds something else", () => {
    localStorage.setItem(`archwright-unfinished-${HASH}`, '{"target":"accuracy","settings":{}}');
    expect(readUnfinished(localStorage, HASH)).toBeNull();
    localStorage.setItem(`archwright-unfinished-${HASH}`, "{");
    expect(readUnfinished(localStorage, HASH)).toBeNull();
  });
});

describe("a graphics processor that is taken away", () => {
  const lose = async (asked: readonly Asked[], times: number): Promise<void> => {
    for (let time = 1; time <= times; time++) {
      await vi.waitFor(() => expect(trainings(asked)).toHaveLength(time));
      trainings(asked)[time - 1]?.reject(
        new TaskError("lost", "The graphics processor was taken away from this page."),
      );
    }
  };

  it("lets training go on by itself, and says so", async () => {
    const asked = await show();
    fireEvent.click(screen.getByRole("button", { name: "Train" }));
    await lose(asked, 1);
    await vi.waitFor(() => expect(trainings(asked)).toHaveLength(2));
    expect(trainings(asked)[1]?.request).toEqual(trainings(asked)[0]?.request);
    expect(await screen.findByText(/went on from its last checkpoint/)).toBeTruthy();
  });

  it("is done without after the third time", async () => {
    const asked = await show();
    fireEvent.click(screen.getByRole("button", { name: "Train" }));
    await lose(asked, 3);
    await vi.waitFor(() => expect(trainings(asked)).toHaveLength(4));
    const wanted = asked.filter(({ name }) => name === "start").map(({ request }) => request);
    expect(wanted).toEqual([
      { wanted: "automatic" },
      { wanted: "automatic" },
      { wanted: "automatic" },
      { wanted: "wasm" },
    ]);
  });
});
