import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chooseProposals, unmeasured, type ProposalRequest } from "@/components/search/next/candidates";
import { architectureKey, type Architecture } from "@/lib/core/architecture";
import { importFile } from "@/lib/core/formats";
import { operationsOf } from "@/lib/core/search/operations";
import { wholeRegion } from "@/lib/core/search/region";
import { seededRandom } from "@/lib/core/random";

const outcome = importFile({ name: "staged.json", bytes: readFileSync("public/samples/staged.json") });
if (!outcome.ok) throw new Error(outcome.message);
const { space, metrics, architectures } = outcome.dataset;

const found = (architecture: Architecture, value: number, half: number, violation = 0) => ({
  architecture,
  predicted: [{ value, low: value - half, high: value + half }],
  violation,
});

const region = wholeRegion(space, operationsOf(space, architectures), [], []);
const random = seededRandom(5);
const fresh = unmeasured(
  Array.from({ length: 40 }, (_, index) => found(region.random(random), 70 + index / 10, 1)),
  architectures,
);

const request: ProposalRequest = {
  rule: "upper-bound",
  count: 3,
  seed: 1,
  space,
  metrics,
  architectures,
  used: [{ id: "p", name: "p", target: "accuracy", kind: "combined", srcc: 0.8, use: "max" }],
  numHops: 5,
  score: async (modules) =>
    modules.map((module) => ({ ...module, hop: 0, score: 0, low: -1, high: 1, support: 0 })),
};

describe("what to measure next", () => {
  it("is nothing that was evaluated, breaks a constraint or is there twice", () => {
    const [known] = architectures;
    const one = fresh[0]?.architecture;
    if (!known || !one) throw new Error("nothing to look at");
    expect(
      unmeasured(
        [found(known, 1, 1), found(one, 1, 1, 2), found(one, 1, 1), found(one, 1, 1)],
        architectures,
      ),
    ).toHaveLength(1);
  });

  it("is the best in sight, the best turned round where less is better", async () => {
    const best = await chooseProposals(fresh, request);
    const values = (list: typeof best) => list.map(({ predicted: [first] }) => first?.value ?? NaN);
    const all = values(fresh).sort((a, b) => b - a);
    expect(values(best)).toEqual(all.slice(0, 3));
    const least = await chooseProposals(fresh, {
      ...request,
      used: request.used.map((use) => ({ ...use, use: "min" as const })),
    });
    expect(values(least)).toEqual(all.slice(-3).reverse());
  });

  it("differs in its modules where it is to teach most", async () => {
    const chosen = await chooseProposals(fresh, { ...request, rule: "ranking" });
    expect(chosen).toHaveLength(3);
    expect(new Set(chosen.map(({ architecture }) => architectureKey(architecture))).size).toBe(3);
  });

  it("improves on the best measured one", async () => {
    const beyond = fresh.map((one, index) =>
      index === 7 ? { ...one, predicted: [{ value: 99, low: 98.9, high: 99.1 }] } : one,
    );
    const [first] = await chooseProposals(beyond, { ...request, rule: "improvement" });
    expect(first?.predicted[0]?.value).toBe(99);
  });
});
