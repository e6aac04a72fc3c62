import { describe, expect, it } from "vitest";
import { architectureKey } from "@/lib/core/architecture";
import type { DatasetDetail } from "@/lib/api/contracts";
import { seededRandom } from "@/lib/core/random";
import { withTemporaryDatabase } from "../server/temporaryDatabase";
import { detailOf, join, pageOf, patch, rejectedText, remove, stored } from "./calls";

withTemporaryDatabase();

const EXPANDS = [3, 4, 6];
const KERNELS = [3, 5, 7];
const RULES = ["keep", "average", "latest"] as const;
const NUM_SEEDS = 40;
const NUM_STEPS = 6;

type Random = () => number;
const below = (random: Random, count: number) => Math.floor(random() * count);
const oneOf = <T>(random: Random, [first, ...others]: readonly [T, ...T[]]): T =>
  [first, ...others][below(random, others.length + 1)] ?? first;
const some = (random: Random, values: readonly number[]): number[] => values.filter(() => random() < 0.6);

/** One row: of few architectures, so that many repeat; now and then failed, without a value, or with a text for one. */
function line(random: Random, id: string): string {
  const block = () => `e${EXPANDS[below(random, 3)]}k${KERNELS[below(random, 3)]}`;
  const unit = random() < 0.3 ? `${block()} ${block()}` : block();
  const value = random() < 0.1 ? "" : random() < 0.1 ? "bad" : below(random, 100);
  return [id, unit, value, random() < 0.1 ? "OOM" : "ok"].join(",");
}

const table = (random: Random, count: number, name: string): string =>
  [
    "id,u1,acc,status",
    // These rows span the space and make the column one of numbers.
    ...EXPANDS.map((expand, index) => `s${index},e${expand}k${KERNELS[index]},${index},ok`),
    `s3,e3k3 e3k3,5,ok`,
    ...Array.from({ length: count }, (_, index) => line(random, `${name}${index}`)),
  ].join("\n");

const spaceEdits = (random: Random) => ({
  features: { expand: { values: some(random, EXPANDS) }, kernel: { values: some(random, KERNELS) } },
  lengths: { 0: oneOf(random, [[1], [1, 2], [1, 2]]) },
});

/** The whole space again, as the file spans it. */
const WHOLE = {
  features: { expand: { values: EXPANDS }, kernel: { values: KERNELS } },
  lengths: { 0: [1, 2] },
};

async function check(id: string, numRead: number, rule: string): Promise<DatasetDetail> {
  const detail = await detailOf(id);
  const { report } = detail;
  const { architectures, total } = await pageOf(id);
  const numRejected = (await rejectedText(id)).trimEnd().split("\r\n").length - 1;
  expect(report.accepted + report.merged + report.rejected).toBe(numRead);
  expect([report.numArchitectures, report.accepted, report.rejected]).toEqual([numRead, total, numRejected]);
  expect([detail.numArchitectures, detail.numRejected]).toEqual([total, numRejected]);
  expect(report.duplicates).toBeGreaterThanOrEqual(report.merged);
  expect(new Set(architectures.map((row) => row.id)).size).toBe(total);
  const numDistinct = new Set(architectures.map(architectureKey)).size;
  if (rule === "keep") expect(report.merged).toBeLessThanOrEqual(numRead - total - numRejected);
  else expect(numDistinct).toBe(total);
  return detail;
}

describe("rows read = stored + merged + rejected", () => {
  it.each(Array.from({ length: NUM_SEEDS }, (_, seed) => seed))(
    "after imports, edits and joins at random, seed %i",
    async (seed) => {
      const random = seededRandom(seed);
      const rule = oneOf(random, RULES);
      const plan = { duplicates: rule, ...(random() < 0.5 ? { space: spaceEdits(random) } : {}) };
      const count = 10 + below(random, 30);
      let numRead = count + 4;
      const text = table(random, count, "r");
      // A plan that takes no row, or no value, is refused whole: then the file is stored without it.
      const id = await stored("t.csv", text, { fields: { plan: JSON.stringify(plan) } }).catch(() =>
        stored("t.csv", text, { fields: { plan: JSON.stringify({ duplicates: rule }) } }),
      );
      await check(id, numRead, rule);
      for (let step = 0; step < NUM_STEPS; step++) {
        if (random() < 0.7) {
          const response = await patch(id, { space: random() < 0.3 ? WHOLE : spaceEdits(random) });
          expect([200, 400]).toContain(response.status);
        } else {
          const more = below(random, 15);
          const response = await join(id, table(random, more, `j${step}-`), {
            fields: { by: "architecture" },
          });
          expect([201, 422]).toContain(response.status);
          if (response.status === 201) numRead += more + 4;
        }
        await check(id, numRead, rule);
      }
      // With the whole space again only rows with a text for a number are left out.
      expect((await patch(id, { space: WHOLE })).status).toBe(200);
      await check(id, numRead, rule);
      expect(await rejectedText(id)).not.toContain("is not one of");
      await remove(id);
    },
  );
});
