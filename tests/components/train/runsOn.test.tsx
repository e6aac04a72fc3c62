// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TrainPage } from "@/components/train/TrainPage";
import { runsOnOf } from "@/components/train/runsOn";
import type { TrainerClient } from "@/lib/worker/trainer-client";
import { InWorkspace } from "./workspace";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** The page with a worker that only hears what it is asked. */
function show() {
  const run = vi.fn((..._asked: unknown[]) => new Promise<never>(() => undefined));
  const trainer = () => ({ run, dispose: () => undefined }) as unknown as TrainerClient;
  render(<InWorkspace trainer={trainer}>{<TrainPage />}</InWorkspace>);
  return run;
}
const choice = () => screen.getByRole<HTMLSelectElement>("combobox", { name: "Runs on" });
const train = () => fireEvent.click(screen.getByRole("button", { name: "Train" }));

describe("what a training runs on", () => {
  it("is left to the machine", () => {
    const run = show();
    expect([...choice().options].map(({ textContent }) => textContent)).toEqual([
      "automatic",
      "WebGL",
      "WebAssembly",
      "CPU",
    ]);
    train();
    expect(run.mock.calls[0]?.slice(0, 2)).toEqual(["start", { wanted: "automatic" }]);
  });

  it("can be chosen, and is kept for the next visit", () => {
    show();
    fireEvent.change(choice(), { target: { value: "webgl" } });
    expect(screen.getByText("(1 changed)")).toBeTruthy();
    cleanup();
    const run = show();
    expect(choice().value).toBe("webgl");
    train();
    expect(run.mock.calls[0]?.slice(0, 2)).toEqual(["start", { wanted: "webgl" }]);
  });

  it("goes back to automatic with the other settings", () => {
    show();
    fireEvent.change(choice(), { target: { value: "cpu" } });
    fireEvent.click(screen.getByRole("button", { name: "Back to the defaults" }));
    expect(choice().value).toBe("automatic");
    expect(localStorage.getItem("archwright-runs-on")).toBeNull();
  });

  it("is automatic where the storage holds something else", () => {
    expect(runsOnOf("tpu")).toBe("automatic");
    expect(runsOnOf(null)).toBe("automatic");
    expect(runsOnOf("wasm")).toBe("wasm");
  });
});
