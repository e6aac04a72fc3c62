import { expect, it } from "vitest";
import { permalink } from "@/components/explore/leave/link";

it("keeps the view and names the predictor", () => {
  expect(permalink("http://127.0.0.1:3000/datasets/d1/explore?lens=graph&hop=2&module=1:0=1,1", "p1")).toBe(
    "http://127.0.0.1:3000/datasets/d1/explore?lens=graph&hop=2&module=1%3A0%3D1%2C1&predictor=p1",
  );
  expect(permalink("http://h/explore?predictor=old", "new")).toBe("http://h/explore?predictor=new");
});
