import { describe, expect, it } from "vitest";
import { failureOf, tellsStatus } from "@/lib/core/formats/evaluationStatus";

describe("a column tells how evaluations ended", () => {
  it.each([
    ["status", ["ok", "OOM"], true],
    ["state", ["COMPLETE", "PRUNED"], true],
    ["trial_state", ["TrialState.COMPLETE", "TrialState.FAIL"], true],
    ["status", ["failed", "failed"], true],
    ["failed", ["True", "False"], true],
    ["error", ["", "CUDA out of memory"], true],
    // States of a country, and kinds of a thing, are no endings.
    ["state", ["Ohio", "Utah"], false],
    ["status", ["baseline", "ours"], false],
  ])("%s of texts %j: %s", (label, cells, tells) => expect(tellsStatus(label, cells)).toBe(tells));

  it.each([
    ["failed", ["0", "1", "0"], true],
    ["success", ["1", "0"], true],
    ["converged", [true, false], true],
    ["exit_code", ["0", "137"], true],
    // A test error in percent is a metric, and so is how much of a network is valid.
    ["error", ["5.3", "4.9"], false],
    ["valid", ["0.93", "0.91"], false],
    ["success", ["", ""], false],
  ])("%s of numbers %j: %s", (label, cells, tells) => expect(tellsStatus(label, cells)).toBe(tells));
});

describe("a status cell", () => {
  it.each([
    ["status", "Completed", null],
    ["state", "TrialState.COMPLETE", null],
    ["state", "TrialState.FAIL", "TrialState.FAIL"],
    ["state", "", null],
    ["failed", "1", "failed"],
    ["failed", "no", null],
    ["success", "0", "failed"],
    ["success", true, null],
    ["exit_code", 0, null],
    ["exit_code", "137", "exit 137"],
    ["error", "CUDA out of memory", "CUDA out of memory"],
  ])("%s %j says %j", (label, cell, status) => expect(failureOf(label, cell)).toBe(status));
});
