// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { TrainPage } from "@/components/train/TrainPage";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { InWorkspace } from "./workspace";

afterEach(cleanup);

/** 64 rows, all different and with a target each; kernel varies on its own. */
const sound: EvaluatedArchitecture[] = Array.from({ length: 64 }, (_, index) => ({
  id: `a${index}`,
  row: index + 2,
  units: [Array.from({ length: 6 }, (__, bit) => [(index >> bit) & 1])],
  globals: [],
  metrics: [70 + ((index * 37) % 64) / 10, 5 + ((index * 29) % 64) / 3],
}));
const constant = sound.map((row, index) => ({
  ...row,
  units: [Array.from({ length: 1 + (index % 2) }, () => [0])],
}));

const show = (rows: readonly EvaluatedArchitecture[], search = "") =>
  render(
    <InWorkspace architectures={{ status: "ready", value: rows }} search={search}>
      <TrainPage />
    </InWorkspace>,
  );
const warnings = () => screen.getByRole("region", { name: "Before you train" });

describe("under the choice of the target", () => {
  it("stands nothing where the data has no fault", () => {
    show(sound);
    expect(screen.queryByRole("region", { name: "Before you train" })).toBeNull();
  });

  it("stands what cannot be learned, what mends it, and where the rows are", () => {
    show(constant);
    expect(warnings().textContent).toContain("kernel is 3 in every measured row.");
    expect(warnings().textContent).toContain("Measure some rows with another value.");
    const link = (name: string) => within(warnings()).getByRole<HTMLAnchorElement>("link", { name });
    expect(link("Data").getAttribute("href")).toBe("/datasets/d1/data");
    expect(link("join them").getAttribute("href")).toBe("/datasets/d1/join");
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Train" }).disabled).toBe(false);
  });

  it("follows the target: a metric that drowns the other is named, and gone with it", () => {
    show(sound, "?target=accuracy-latency*0.0001");
    expect(warnings().textContent).toContain("Accuracy (%) alone orders the rows almost as");
    fireEvent.change(screen.getByRole("combobox", { name: "Target expression" }), {
      target: { value: "accuracy" },
    });
    expect(screen.queryByRole("region", { name: "Before you train" })).toBeNull();
  });

  it("says nothing of rows while the target is wrong", () => {
    show(constant, "?target=accuracy/latenzy");
    expect(screen.queryByRole("region", { name: "Before you train" })).toBeNull();
  });
});
