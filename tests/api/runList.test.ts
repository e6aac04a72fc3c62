import { describe, expect, it } from "vitest";
import type { JoinResult } from "@/lib/api/contracts";
import { runListCsv, runListJson, type RunList } from "@/lib/core/export/runList";
import { importFile } from "@/lib/core/formats";
import { withTemporaryDatabase } from "../server/temporaryDatabase";
import { detailOf, join, pageOf, stored } from "./calls";

withTemporaryDatabase();
const TABLE = "id,u1,u2,acc,latency (ms)\na,e3k3,e6k5,1,9\nb,e3k5 e3k3,e3k3,2,8\nc,e6k3,e6k5 e6k3,3,7\n";

/** The table, and two architectures that it does not hold: [e6k5 | e3k3] and [e3k3 e3k3 | e6k3]. */
function listOf(): { source: Parameters<typeof runListCsv>[0]; list: RunList } {
  const outcome = importFile({ name: "t.csv", bytes: new TextEncoder().encode(TABLE) });
  if (!outcome.ok) throw new Error(outcome.message);
  const { dataset } = outcome;
  const [a, b, c] = dataset.architectures;
  const expanded = [c?.units[0]?.[0]?.[0] ?? -1, a?.units[1]?.[0]?.[1] ?? -1];
  const small = b?.units[1]?.[0] ?? [];
  const runs = [
    { units: [[expanded], [small]], value: 3.5 },
    { units: [[small, small], [c?.units[1]?.[1] ?? []]], value: 3.2 },
  ].map(({ units, value }) => ({
    architecture: { id: "", units, globals: [] },
    predicted: [{ value, low: value - 1, high: value + 1 }],
  }));
  return {
    source: dataset,
    list: { rule: "upper bound", targets: ["acc"], predictorIds: ["p"], datasetHash: "h", seed: 4, runs },
  };
}

async function joined(id: string, content: string): Promise<JoinResult> {
  const response = await join(id, content, { fields: { by: "architecture" } });
  if (response.status !== 201) throw new Error(await response.text());
  return (await response.json()) as JoinResult;
}

const rowsOf = async (id: string) =>
  (await pageOf(id)).architectures.map(({ id: own, metrics }) => [own, metrics]);

describe("a run list that was filled in", () => {
  it("joins its dataset as CSV", async () => {
    const { source, list } = listOf();
    const csv = runListCsv(source, list);
    expect(csv.split("\r\n")[0]).toBe("id,architecture,acc,latency (ms),status,archset");
    expect(csv).toContain("run-4-001,e6k5 | e3k3,,,");
    const id = await stored("t.csv", TABLE);
    const filled = csv
      .replace("run-4-001,e6k5 | e3k3,,,", "run-4-001,e6k5 | e3k3,4,6,")
      .replace("run-4-002,e3k3 e3k3 | e6k3,,,", "run-4-002,e3k3 e3k3 | e6k3,5,5.5,");
    expect(await joined(id, filled)).toMatchObject({ added: 2, matched: 0, numRejected: 0, newMetrics: [] });
    expect((await rowsOf(id)).slice(3)).toEqual([
      ["run-4-001", [4, 6]],
      ["run-4-002", [5, 5.5]],
    ]);
  });

  it("joins a dataset of cells, whose edges the list says as part of its search space", async () => {
    const cells =
      "architecture,acc\n|nor_conv_3x3~0|+|skip_connect~0|none~1|+|none~0|none~1|nor_conv_3x3~2|,0.7\n" +
      "|skip_connect~0|+|skip_connect~0|none~1|+|none~0|none~1|nor_conv_3x3~2|,0.6\n";
    const outcome = importFile({ name: "cells.csv", bytes: new TextEncoder().encode(cells) });
    if (!outcome.ok) throw new Error(outcome.message);
    const [first, second] = outcome.dataset.architectures;
    const unit = first?.units[0]?.with(1, second?.units[0]?.[2] ?? []) ?? [];
    const run = { architecture: { id: "", units: [unit], globals: [] }, predicted: [] };
    const csv = runListCsv(outcome.dataset, { ...listOf().list, targets: [], runs: [run] });
    const id = await stored("cells.csv", cells);
    const filled = csv.replace("|,,,", "|,0.8,,");
    expect(await joined(id, filled)).toMatchObject({ added: 1, matched: 0, numRejected: 0 });
    expect((await rowsOf(id)).at(-1)).toEqual(["run-4-001", [0.8]]);
  });

  it("joins its dataset as JSON, and says what was expected", async () => {
    const { source, list } = listOf();
    const json: unknown = JSON.parse(runListJson(source, list));
    expect(json).toMatchObject({
      provenance: { rule: "upper bound", predictorIds: ["p"], seed: 4 },
      architectures: [
        {
          id: "run-4-001",
          notation: "e6k5 | e3k3",
          predicted: { acc: { value: 3.5, low: 2.5, high: 4.5 } },
          metrics: { acc: null, "latency (ms)": null },
        },
        { id: "run-4-002" },
      ],
    });
    const id = await stored("t.csv", TABLE);
    const filled = runListJson(source, list)
      .replace('"metrics":{"acc":null,"latency (ms)":null}', '"metrics":{"acc":4,"latency (ms)":6}')
      .replace('"metrics":{"acc":null,"latency (ms)":null}', '"metrics":{"acc":5,"latency (ms)":null}');
    expect(await joined(id, filled)).toMatchObject({ added: 2, numRejected: 0, newMetrics: [] });
    expect((await rowsOf(id)).slice(3)).toEqual([
      ["run-4-001", [4, 6]],
      ["run-4-002", [5, null]],
    ]);
    expect((await detailOf(id)).metrics.map(({ label }) => label)).toEqual(["acc", "latency (ms)"]);
  });
});
