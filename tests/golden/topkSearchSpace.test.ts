import { describe, expect, it } from "vitest";
import { sequenceModule } from "@/lib/core/module";
import { bestOfReducedSpace, reducedSpace } from "@/lib/core/reducedSpace";
import { checkpointSpace } from "@/lib/predictor/autobuild/releasedCheckpoint";
import { largestDifference } from "./checks/check";
import { blockCodes } from "./checks/networks";
import { reference } from "./reference";

type Spaces = Readonly<
  Record<
    string,
    {
      readonly K: readonly number[];
      readonly search_space_size: number;
      readonly top10: readonly { readonly sum_of_scores: number; readonly units: readonly string[][] }[];
    }
  >
>;
type Units = {
  readonly units: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly top50: readonly { score: number; config: string[] }[] }>>
    >
  >;
};

const spaces = reference<Spaces>("golden/topk_search_space.json");
// Of ProxylessNAS the scores of units are not among the reference files: see proxyless.test.ts.
const cases = Object.entries(spaces ?? {}).flatMap(([name, expected]) => {
  const [network = "", variant = ""] = name.split("/");
  const units = /^(mbv3|trained)/.test(network) ? reference<Units>(`golden/units_${network}.json`) : null;
  return units === null ? [] : [{ name, variant, expected, units }];
});

describe.skipIf(cases.length === 0)("reduced search spaces against the reference", () => {
  it("are ten, five networks in two variants", () => expect(cases).toHaveLength(10));

  it.each(cases)("$name", ({ variant, expected, units }) => {
    const space = checkpointSpace("mbv3");
    const scores = Object.entries(units.units).flatMap(([unit, of]) =>
      (of[variant]?.top50 ?? []).map(({ score, config }) => ({
        ...sequenceModule(Number(unit) - 1, config.map(blockCodes)),
        score,
      })),
    );
    const reduced = reducedSpace(space, scores, expected.K);
    expect(reduced.size).toBe(BigInt(expected.search_space_size));
    const best = bestOfReducedSpace(space, reduced, 10);
    expect(best.map((of) => of.units)).toEqual(
      expected.top10.map((of) => of.units.map((unit) => unit.map(blockCodes))),
    );
    expect(
      largestDifference(
        best.map((of) => of.sumOfScores),
        expected.top10.map((of) => of.sum_of_scores),
      ),
    ).toBeLessThan(1e-9);
  });
});
