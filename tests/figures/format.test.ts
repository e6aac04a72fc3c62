import { expect, it } from "vitest";
import { formatDuration } from "@/lib/figures/format";

it.each([
  [0.4, "0 s"],
  [59, "59 s"],
  [200, "3 min 20 s"],
  [600, "10 min"],
  [3_900, "1 h 5 min"],
  [7_200, "2 h"],
])("%d seconds are %s", (seconds, words) => expect(formatDuration(seconds)).toBe(words));
