import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { build } from "../../scripts/cli/build";
import { readArguments, Unusable, type Command } from "../../scripts/cli/command";
import { exportCommand } from "../../scripts/cli/export";
import { inspectCommand } from "../../scripts/cli/inspectCommand";
import { predict } from "../../scripts/cli/predict";
import { rank } from "../../scripts/cli/rank";
import { train } from "../../scripts/cli/train";

const staged = resolve(import.meta.dirname, "../../public/samples/staged.csv");
const folder = mkdtempSync(join(tmpdir(), "archwright-arguments-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** As much of a predictor file as is read before a predictor is opened. */
const predictorPath = join(folder, "p.archwright.json");
const units = [{ name: "unit 1", lengths: [2] }];
writeFileSync(
  predictorPath,
  JSON.stringify({ format: "archwright-predictor", version: 1, space: { structure: "staged", units } }),
);
const later = join(folder, "later.archwright.json");
writeFileSync(later, JSON.stringify({ format: "archwright-predictor", version: 2 }));

const target = (text: string, ...more: string[]) => [staged, "--out", "x", "--target", text, ...more];

describe("arguments that cannot be used", () => {
  it.each<[string, Command, string[], string]>([
    ["inspect", inspectCommand, [], "FILE is missing."],
    ["inspect", inspectCommand, ["a", "b"], '"b" is one argument too many.'],
    [
      "inspect",
      inspectCommand,
      ["a", "--colour", "red"],
      "There is no option --colour here; there are none.",
    ],
    ["predict", predict, ["p", "f", "--backed=cpu"], "There is no option --backed here; there are --backend"],
    ["train", train, [staged, "--out", "x"], "--target is missing."],
    ["train", train, [staged, "--target", "accuracy"], "--out is missing."],
    ["train", train, target("acuracy"), "Did you mean accuracy?\n  acuracy\n  ^"],
    ["train", train, target("-params", "--rows", "9999"), "more than the 2000 rows that have the target"],
    ["train", train, target("accuracy", "--rows", "29"), "Only 29 rows have this target; at least 30"],
    ["train", train, target("accuracy * 0"), "there is nothing to rank"],
    ["train", train, target("accuracy", "--epochs", "0"), "Epochs goes from 1 to 5000."],
    [
      "train",
      train,
      target("accuracy", "--seed", "x"),
      '--seed takes a whole number of at least 0, not "x".',
    ],
    [
      "train",
      train,
      target("accuracy", "--kind", "oracle"),
      "--kind is one of combined, autobuild, module-gp",
    ],
    [
      "train",
      train,
      target("accuracy", "--kind", "module-gp", "--epochs", "3"),
      "--epochs: Module process alone has no such setting; its settings are maxRows, trainFraction, group, seed.",
    ],
    [
      "train",
      train,
      target("accuracy", "--group", "auto"),
      "--group: Rows kept together is one of automatic, none, by:FEATURE, except:FEATURE.",
    ],
    [
      "train",
      train,
      target("accuracy", "--group", "by:device"),
      'Rows cannot be grouped by "device": it is no feature of whole architectures; this search space has none.',
    ],
    ["train", train, target("accuracy", "--backend", "tpu"), '--backend is one of wasm, cpu, not "tpu".'],
    ["rank", rank, [staged], "it is not JSON"],
    ["rank", rank, [later], "has version 2; version 1 is read here."],
    ["rank", rank, [predictorPath, "--unit", "9"], '--unit is 1 to 1 or a unit\'s name, not "9".'],
    ["build", build, [predictorPath, "--top", "0"], '--top takes a whole number of at least 1, not "0".'],
    ["build", build, [predictorPath, "--constraint", "fast"], 'the form "latency_cpu<20", not "fast".'],
    ["predict", predict, [predictorPath], "FILE is missing."],
    ["export", exportCommand, [staged, "--id", "s1", "--to", "png", "--out", "x"], 'not "png".'],
    ["export", exportCommand, [staged, "--id", "s1", "--to", "svg", "--out", "x"], "its ids are like s0000"],
  ])("%s %j says why", async (_, command, args, message) => {
    const failure = await command(args).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(Unusable);
    expect((failure as Error).message).toContain(message);
  });
});

it("a value may begin like an option, as the negation of a metric does", () =>
  expect(readArguments(["--target", "-latency", "f"], ["FILE"], ["target"])).toEqual({
    positionals: ["f"],
    options: { target: "-latency" },
  }));
