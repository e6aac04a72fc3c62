import { expect, it } from "vitest";
import { comparedNames } from "@/components/explore/compare/comparedNames";

const first = { target: "accuracy", kind: "combined", seed: 1 };

it.each([
  ["targets", { ...first, target: "-latency", kind: "ridge" }, ["accuracy", "-latency"]],
  [
    "kinds, where the target is one",
    { ...first, kind: "ridge" },
    ["AutoBuild, calibrated", "Ridge regression"],
  ],
  ["seeds, where all else is one", { ...first, seed: 2 }, ["seed 1", "seed 2"]],
])("two predictors are told apart by their %s", (_, second, names) =>
  expect(comparedNames(first, second)).toEqual(names),
);
