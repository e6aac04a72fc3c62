import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sharedPath } from "../shared";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "archwright-released-"));
afterAll(() => rmSync(folder, { recursive: true }));

const NAME = "minMAE_ofa_mbv3_custom_acc_GraphConv_sum_directed_srcc1";
const checkpoint = sharedPath(`reference/checkpoints/${NAME}_predictor.pt`);
const rows = sharedPath("reference/datasets/ofa_mbv3_pseudo.json");

/** Runs the real command line as people do. */
const run = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "scripts/cli.ts"), ...args],
      { cwd: root, maxBuffer: 1 << 26 },
      (_, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

describe.skipIf(checkpoint === null || rows === null)("a released checkpoint on the command line", () => {
  const path = checkpoint ?? "";

  it("ranks by raw norms, without intervals, and says that its moments are missing", async () => {
    const { stdout, stderr } = await run("rank", path, "--top", "1");
    // golden/units_mbv3_acc.json, variant A.
    expect(JSON.parse(stdout)).toEqual([
      {
        unit: 4,
        length: 4,
        module: ["e6k3", "e3k3", "e3k3", "e6k7"],
        score: expect.closeTo(112.98721, 3),
        low: null,
        high: null,
        support: 0,
      },
    ]);
    expect(stderr).toContain("released without moments");
  });

  it("ranks with moments refitted on a file's rows as the published code would", async () => {
    const { stdout, stderr } = await run("rank", path, "--moments", rows ?? "", "--unit", "2", "--top", "1");
    // golden/units_mbv3_acc.json, variant B.
    expect(JSON.parse(stdout)).toMatchObject([
      { unit: 2, length: 2, module: ["e3k7", "e6k3"], score: expect.closeTo(0.78054765, 6) },
    ]);
    expect(stderr).toContain("The checkpoint's moments were refitted on 3000 rows");
  });

  it("predicts a file's rows", async () => {
    const { stdout } = await run("predict", path, rows ?? "");
    const predictions = JSON.parse(stdout) as { id: string; architecture: string; predicted: number }[];
    expect(predictions).toHaveLength(3000);
    expect(predictions[0]).toMatchObject({
      id: "mbv3_0000",
      predicted: expect.closeTo(0.7710835, 6),
    });
    expect(predictions[0]?.architecture).toMatch(/^mbconv3_e4_k3 mbconv3_e4_k3 \| /);
  });

  it("needs its settings beside it", async () => {
    const lonely = join(folder, "lonely_predictor.pt");
    copyFileSync(path, lonely);
    const { code, stderr } = await run("rank", lonely);
    expect([code, stderr.trim()]).toEqual([2, `${join(folder, "lonely_config.pkl")} cannot be read.`]);
  });
});
