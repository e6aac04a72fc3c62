import { describe, expect, it } from "vitest";
import { curvesLayout } from "@/lib/figures/lossCurve";

const layout = curvesLayout({
  curves: [
    { label: "hop 0", values: [0, 0.5] },
    { label: "hop 1", values: [0, null, 0.51] },
    { label: "hop 2", values: [] },
  ],
  numEpochs: 5,
  width: 368,
  height: 142,
  domain: [0, 1],
});

describe("curves over epochs", () => {
  it("span the planned epochs, so that a running curve shows how far it is", () => {
    expect(layout.plot).toEqual({ left: 44, right: 244, top: 10, bottom: 110 });
    expect(layout.curves[0]?.path).toBe("M44,110L94,60");
  });

  it("have gaps where a value could not be computed", () =>
    expect(layout.curves[1]?.path).toBe("M44,110ZM144,59Z"));

  it("keep the labels of neighbouring ends apart", () =>
    expect(layout.curves.map(({ end }) => end && [end.value, Math.round(end.labelY)])).toEqual([
      [0.5, 72],
      [0.51, 59],
      null,
    ]));

  it("keep many equal ends inside the plot", () => {
    const labels = curvesLayout({
      curves: ["a", "b", "c"].map((label) => ({ label, values: [0] })),
      numEpochs: 1,
      height: 142,
      domain: [0, 1],
    }).curves.map(({ end }) => end?.labelY);
    expect(labels).toEqual([84, 97, 110]);
  });

  it("mark whole epochs only", () =>
    expect(layout.xTicks.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]));

  it("survive a training that has not begun", () =>
    expect(curvesLayout({ curves: [{ label: "loss", values: [] }], numEpochs: 200 }).curves).toEqual([
      { label: "loss", path: "", end: null },
    ]));
});
