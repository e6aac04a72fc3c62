import { describe, expect, it } from "vitest";
import { bestSums } from "@/lib/core/bestSums";
import { seededRandom } from "@/lib/core/random";

describe("bestSums", () => {
  it("orders a product by the sum of scores", () =>
    expect([...bestSums([[5, 3], [4, 0], [1]], (score) => score)]).toEqual([
      { items: [5, 4, 1], sum: 10 },
      { items: [3, 4, 1], sum: 8 },
      { items: [5, 0, 1], sum: 6 },
      { items: [3, 0, 1], sum: 4 },
    ]));

  it("agrees with sorting the whole product", () => {
    const random = seededRandom(7);
    const lists = [5, 4, 6].map((length) =>
      Array.from({ length }, () => Math.floor(random() * 20)).sort((a, b) => b - a),
    );
    const sums = [...bestSums(lists, (score) => score)].map(({ sum }) => sum);
    const [a = [], b = [], c = []] = lists;
    const all = a.flatMap((x) => b.flatMap((y) => c.map((z) => x + y + z)));
    expect(sums).toEqual(all.sort((x, y) => y - x));
  });

  it("finds the best of a space of 2e19 without building it", () => {
    const list = Array.from({ length: 7_371 }, (_, index) => -index);
    const best = bestSums([list, list, list, list, list], (score) => score);
    expect([best.next().value?.sum, best.next().value?.sum]).toEqual([0, -1]);
  });

  it("has nothing to offer where a list is empty", () =>
    expect([...bestSums([[1], []], Number)]).toEqual([]));
});
