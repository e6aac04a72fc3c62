import { expect, it } from "vitest";
import { importFile } from "@/lib/core/formats";
import { sequenceLengths } from "@/lib/core/scoredUnits";
import { familySpace, misfit, namedSpace } from "@/lib/predictor/autobuild/checkpointRows";
import { checkpointSpace } from "@/lib/predictor/autobuild/releasedCheckpoint";

/** Once-for-all configurations of 21 blocks, every depth of the first five units among them. */
const rows = [
  [2, 3, 4, 2, 3, 1],
  [3, 4, 2, 3, 4, 1],
  [4, 2, 3, 4, 2, 1],
].map((d, acc) => ({
  config: {
    ks: Array.from({ length: 21 }, (_, index) => [3, 5, 7][index % 3]),
    e: Array.from({ length: 21 }, (_, index) => [3, 4, 6][index % 3]),
    d,
    r: [224],
  },
  acc,
}));

it("a file of ProxylessNAS and its checkpoints agree on which units are scored together", () => {
  const outcome = importFile({ name: "pn.json", bytes: new TextEncoder().encode(JSON.stringify(rows)) });
  if (!outcome.ok) throw new Error(outcome.message);
  const { space } = outcome.dataset;
  expect(misfit(space, "pn")).toBeNull();
  expect(space.units).toEqual(checkpointSpace("pn").units);
  expect(namedSpace("pn", space).units).toEqual(checkpointSpace("pn").units);
  expect(familySpace("pn").units).toEqual(checkpointSpace("pn").units);
  expect(space.units.map((_, unitIndex) => sequenceLengths(space, unitIndex))).toEqual([
    [2, 3, 4],
    [2, 3, 4],
    [2, 3, 4],
    [2, 3, 4],
    [3, 4, 5],
    [],
  ]);
});
