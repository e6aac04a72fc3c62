import { describe, expect, it } from "vitest";
import { drawNetworks } from "./pythonRandom";
import { reference } from "./reference";

type Dataset = { readonly architectures: readonly { readonly units: readonly string[][] }[] };

const dataset = reference<Dataset>("datasets/ofa_mbv3_pseudo.json");

describe.skipIf(dataset === null)("networks drawn as the reference drew them", () => {
  it("are the 3,000 of its data set with seed 31", () =>
    expect(drawNetworks("mbv3", 31, 3000)).toEqual(dataset?.architectures.map(({ units }) => units)));
});
