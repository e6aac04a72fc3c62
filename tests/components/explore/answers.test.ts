import { expect, it, vi } from "vitest";
import { keptAnswer } from "@/components/explore/useAnswer";

it("asks once and keeps the answer", async () => {
  const ask = vi.fn(async () => 1);
  expect(await keptAnswer("once", ask)).toBe(1);
  expect(await keptAnswer("once", ask)).toBe(1);
  expect(ask).toHaveBeenCalledTimes(1);
});

it("asks again after a failure", async () => {
  const ask = vi.fn(async () => 2);
  await expect(keptAnswer("failing", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await keptAnswer("failing", ask)).toBe(2);
});

it("forgets the answer that was unused for longest, beyond sixty", async () => {
  const first = vi.fn(async () => 3);
  const used = vi.fn(async () => 4);
  await keptAnswer("first", first);
  await keptAnswer("used", used);
  for (let index = 0; index < 59; index++) {
    await keptAnswer("used", used);
    await keptAnswer(`other ${index}`, async () => index);
  }
  await keptAnswer("used", used);
  await keptAnswer("first", first);
  expect(used).toHaveBeenCalledTimes(1);
  expect(first).toHaveBeenCalledTimes(2);
});
