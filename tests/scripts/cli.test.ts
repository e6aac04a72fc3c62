import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const sample = (name: string) => join(root, "public/samples", name);
const folder = mkdtempSync(join(tmpdir(), "archwright-cli-"));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

type Ran = { code: number; stdout: string; stderr: string };

/** Runs the real command line as people do. */
function run(...args: string[]): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "scripts/cli.ts"), ...args],
      { cwd: root, maxBuffer: 1 << 26 },
      (_, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

async function answer(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await run(...args);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const TRAIN = [
  ...["--kind", "autobuild", "--target", "accuracy", "--rows", "60"],
  ...["--epochs", "2", "--seed", "3", "--backend", "cpu"],
];
let trained: unknown;
beforeAll(async () => {
  trained = await answer("train", sample("staged.csv"), ...TRAIN, "--out", path("p.json"));
});

describe("help", () => {
  it("is an answer where it was asked for", async () => {
    const { code, stdout, stderr } = await run("--help");
    expect(stdout).toMatch(/^Usage: npm run -s cli -- COMMAND\n  inspect FILE\n/);
    expect([code, stderr]).toEqual([0, ""]);
  });
});

describe("inspect", () => {
  it("prints what an import recognises", async () =>
    expect(await answer("inspect", sample("staged.csv"))).toMatchObject({
      structure: "staged",
      numArchitectures: 2000,
      accepted: 2000,
      rejected: 0,
      metrics: [{ name: "accuracy" }, { name: "params" }, { name: "flops" }, { name: "latency_cpu_ms" }],
    }));
});

describe("train", () => {
  it("draws as many rows as asked and holds a tenth of them out", () =>
    expect(trained).toMatchObject({ epochs: 2, members: 1, numTrain: 54, numTest: 6 }));

  it("prints the figures and nothing else", () =>
    expect(Object.keys(trained as object)).toEqual([
      "srcc",
      "mae",
      "mape",
      "hopSrcc",
      "epochs",
      "seconds",
      "members",
      "numTrain",
      "numTest",
    ]));

  it("gives the same numbers and the same file for the same seed and backend", async () => {
    const again = await answer("train", sample("staged.csv"), ...TRAIN, "--out", path("again.json"));
    expect({ ...(again as object), seconds: 0 }).toEqual({ ...(trained as object), seconds: 0 });
    const file = (name: string) => readFileSync(path(name), "utf8").replaceAll(/"seconds":[\d.e-]+/g, "");
    expect(file("again.json")).toBe(file("p.json"));
  });

  it("leaves failed evaluations out and says so", async () => {
    const block = (row: number) => `e${[3, 4, 6][row % 3]}k${[3, 5, 7][Math.floor(row / 3) % 3]}`;
    const rows = Array.from({ length: 40 }, (_, row) => {
      const status = row < 4 ? (row === 0 ? "timeout" : "OOM") : "ok";
      return `n${row},${block(row)} ${block(row + 1)},${block(row * 5)},${70 + (row % 9)},${status}`;
    });
    writeFileSync(path("failed.csv"), ["id,u1,u2,acc,status", ...rows].join("\n"));
    const options = ["--kind", "module-gp", "--target", "acc", "--out", path("failed.json")];
    const { code, stdout, stderr } = await run("train", path("failed.csv"), ...options);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("3 rows left out, their evaluation failed (OOM): n1, n2, n3");
    expect(stderr).toContain("1 row left out, its evaluation failed (timeout): n0");
    const { numTrain, numTest } = JSON.parse(stdout) as { numTrain: number; numTest: number };
    expect(numTrain + numTest).toBe(36);
  });

  it("touches no other row's measurements", () => {
    const { labelled, labelledMetrics } = JSON.parse(readFileSync(path("p.json"), "utf8")) as {
      labelled: { architectures: unknown[] };
      labelledMetrics: { values: unknown[] };
    };
    expect([labelled.architectures.length, labelledMetrics.values.length]).toEqual([54, 54]);
  });
});

describe("rank", () => {
  it("prints modules best first, with what they rest on", async () => {
    const ranked = await answer(
      "rank",
      path("p.json"),
      "--unit",
      "2",
      "--length",
      "3",
      "--top",
      "5",
      "--backend",
      "cpu",
    );
    const rows = ranked as {
      unit: number;
      length: number;
      module: string[];
      score: number;
      low: number;
      high: number;
    }[];
    expect(rows.map(({ unit, length, module }) => [unit, length, module.length])).toEqual(
      Array.from({ length: 5 }, () => [2, 3, 3]),
    );
    expect(rows.map(({ score }) => score)).toEqual(rows.map(({ score }) => score).sort((a, b) => b - a));
    expect(rows.every(({ low, score, high }) => low <= score && score <= high)).toBe(true);
  });
});

describe("build and predict", () => {
  it("agree: what is built is written in the file's own notation and read again", async () => {
    type Built = { architecture: string; predicted: number; low: number; high: number };
    const built = (await answer("build", path("p.json"), "--top", "3", "--backend", "cpu")) as Built[];
    expect(built).toHaveLength(3);
    expect(built.map(({ predicted }) => predicted)).toEqual(
      built.map(({ predicted }) => predicted).sort((a, b) => b - a),
    );
    const rows = built.map(({ architecture }, index) => `b${index},${architecture.split(" | ").join(",")}`);
    writeFileSync(path("built.csv"), ["id,u1,u2,u3,u4", ...rows].join("\n"));
    const predicted = await answer("predict", path("p.json"), path("built.csv"), "--backend", "cpu");
    expect(predicted).toEqual(built.map((entry, index) => ({ id: `b${index}`, ...entry })));
  });

  it("names rows outside of the predictor's search space and predicts the others", async () => {
    writeFileSync(
      path("outside.csv"),
      "id,u1,u2,u3,u4\nin,e4k7 e6k7,e3k7 e6k7,e6k7 e6k5,e3k7 e3k3\nout,e4k9 e6k7,e3k7 e6k7,e6k7 e6k5,e3k7 e3k3\n",
    );
    const { code, stdout, stderr } = await run(
      "predict",
      path("p.json"),
      path("outside.csv"),
      "--backend",
      "cpu",
    );
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { id: string }[]).map(({ id }) => id)).toEqual(["in"]);
    expect(stderr).toContain(
      "row 3, units[0][0].kernel: 9 is not one of 3, 5, 7 (not in the predictor's search space)",
    );
  });
});

describe("export", () => {
  it("writes one architecture as JSON that is read again, and as SVG", async () => {
    const json = await answer(
      "export",
      sample("staged.csv"),
      "--id",
      "s0001",
      "--to",
      "json",
      "--out",
      path("a.json"),
    );
    expect(json).toEqual({ path: path("a.json"), bytes: readFileSync(path("a.json")).length });
    expect(await answer("inspect", path("a.json"))).toMatchObject({ format: "archset", accepted: 1 });
    await answer("export", path("a.json"), "--id", "s0001", "--to", "svg", "--out", path("a.svg"));
    expect(readFileSync(path("a.svg"), "utf8")).toContain("<title>s0001</title>");
  });
});

describe("unusable input and arguments", () => {
  it.each([
    [["fly"], "There is no command fly."],
    [["inspect", "no-such-file.csv"], "no-such-file.csv cannot be read."],
  ])("%j exits with 2, says why and prints nothing else", async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});
