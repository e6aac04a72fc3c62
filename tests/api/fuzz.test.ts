import { expect, it, vi } from "vitest";
import type { JoinResult, UploadResult } from "@/lib/api/contracts";
import { seededRandom } from "@/lib/core/random";
import { withTemporaryDatabase } from "../server/temporaryDatabase";
import { detailOf, join, list, pageOf, patch, remove, stored, upload } from "./calls";
import { fuzzedFile, fuzzedPlan } from "./fuzzedFiles";

const { leftoverUploads } = withTemporaryDatabase();

/** `ARCHWRIGHT_FUZZ=100000 npx vitest run tests/api/fuzz.test.ts` tries more. */
const NUM_CASES = Number(process.env.ARCHWRIGHT_FUZZ ?? 2_000);
const SEED = 20_261_124;
const MINUTE_MS = 60_000;

it(
  `${NUM_CASES} spoilt files never crash the server, never answer 5xx, and are stored whole or not at all`,
  async () => {
    const random = seededRandom(SEED);
    const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const base = await stored("base.csv", "id,u1,acc\na,e3k3,1\nb,e3k5,2\nc,e6k3,3\n");
    const answers = { taken: 0, refused: 0 };
    for (let number = 0; number < NUM_CASES; number++) {
      const bytes = new Uint8Array(fuzzedFile(random));
      const fields: Record<string, string> = random() < 0.3 ? { plan: fuzzedPlan(random) } : {};
      const isJoin = random() < 0.1;
      const where = `case ${number}, seed ${SEED}`;
      const response = isJoin
        ? await join(base, bytes, { fields: { ...fields, by: random() < 0.5 ? "id" : "architecture" } })
        : await upload("fuzzed.csv", bytes, { fields });
      const text = await response.text();
      expect([201, 400, 415, 422], `${where}: ${text.slice(0, 300)}`).toContain(response.status);
      if (response.status !== 201) answers.refused++;
      else {
        answers.taken++;
        if (isJoin) expectSumOf(JSON.parse(text) as JoinResult, where);
        else await expectWhole(JSON.parse(text) as UploadResult, where, random() < 0.3);
      }
    }
    expect(complaints.mock.calls).toEqual([]);
    complaints.mockRestore();
    // Both happen often, or the files are spoilt too little or too much to tell anything.
    expect(Math.min(answers.taken, answers.refused)).toBeGreaterThan(NUM_CASES / 10);
    const { report, numArchitectures } = await detailOf(base);
    expect((await pageOf(base)).total).toBe(numArchitectures);
    expect(report.accepted + report.merged + report.rejected).toBe(report.numArchitectures);
    expect((await list()).map(({ id }) => id)).toEqual([base]);
    expect(await leftoverUploads()).toEqual([]);
  },
  Math.max(2 * MINUTE_MS, NUM_CASES * 60),
);

function expectSumOf({ added, matched, numRejected, report }: JoinResult, where: string): void {
  expect(added + matched + numRejected, where).toBe(report.numArchitectures);
}

/** All rows of the report are there; after an edit of the space too. Then the dataset goes. */
async function expectWhole({ id, report }: UploadResult, where: string, isEdited: boolean): Promise<void> {
  expect(report.accepted + report.merged + report.rejected, where).toBe(report.numArchitectures);
  expect((await pageOf(id ?? "")).total, where).toBe(report.accepted);
  const [feature] = report.features;
  if (isEdited && feature) {
    const values = feature.values.slice(0, 1);
    const response = await patch(id ?? "", { space: { features: { [feature.name]: { values } } } });
    expect([200, 400], `${where}: ${await response.text()}`).toContain(response.status);
    const detail = await detailOf(id ?? "");
    expect((await pageOf(id ?? "")).total, where).toBe(detail.numArchitectures);
    expect(detail.report.accepted + detail.report.merged + detail.report.rejected, where).toBe(
      report.numArchitectures,
    );
  }
  expect((await remove(id ?? "")).status, where).toBe(204);
}
