import { describe, expect, it } from "vitest";
import { labelPlaces } from "@/lib/figures/map/labelPlaces";

const room = { width: 400, height: 200 };

describe("places of names", () => {
  it("are to the right above the point where nothing is in the way", () =>
    expect(labelPlaces([{ x: 100, y: 100 }], ["conv"], room)).toEqual([{ dx: 10, dy: -9, anchor: "start" }]));

  it("are to the left where the name would leave the drawing", () =>
    expect(labelPlaces([{ x: 380, y: 100 }], ["nor_conv_3x3"], room)).toEqual([
      { dx: -10, dy: -9, anchor: "end" },
    ]));

  it("are where neither another point nor a name before it is covered", () =>
    expect(
      labelPlaces(
        [
          { x: 100, y: 100 },
          { x: 140, y: 85 },
        ],
        ["avg_pool_3x3", "nor_conv_1x1"],
        room,
      ),
    ).toEqual([
      { dx: -10, dy: -9, anchor: "end" },
      { dx: 10, dy: -9, anchor: "start" },
    ]));
});
