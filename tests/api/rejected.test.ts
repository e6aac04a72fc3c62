import { describe, expect, it } from "vitest";
import { withTemporaryDatabase } from "../server/temporaryDatabase";
import { detailOf, list, rejectedBefore, rejectedBeforeJoin, rejectedText, stored, upload } from "./calls";

const { leftoverUploads } = withTemporaryDatabase();

const NUM_REJECTED = 2_345;
const bad = (index: number) => `b${index},e3k3,not measured ${index}`;
const TABLE = [
  "id,u1,acc",
  "a,e3k3,1",
  "c,e6k5,2",
  ...Array.from({ length: NUM_REJECTED }, (_, i) => bad(i)),
];
/** The header and a line a row. */
const linesOf = (csv: string): string[] => csv.trimEnd().split("\r\n");
const LAST = `2348,acc,"""not measured 2344"" is not a number","b2344,e3k3,not measured 2344"`;

describe("rejected rows, of which an answer shows the first 1,000", () => {
  it("can all be had before anything is stored", async () => {
    // Of numbers in most cells, so that the column is a metric.
    const plan = JSON.stringify({ columns: { acc: "metric" } });
    const preview = await upload("t.csv", TABLE.join("\n"), { query: "?dryRun=true", fields: { plan } });
    const { rejected, report } = (await preview.json()) as {
      rejected: unknown[];
      report: { rejected: number };
    };
    expect([rejected.length, report.rejected]).toEqual([1_000, NUM_REJECTED]);
    const response = await rejectedBefore(TABLE.join("\n"), { plan });
    expect(response.headers.get("content-disposition")).toContain('filename="t.csv rejected rows.csv"');
    const lines = linesOf(await response.text());
    expect(lines).toHaveLength(NUM_REJECTED + 1);
    expect([lines[0], lines.at(-1)]).toEqual(["row,field,reason,text", LAST]);
    expect([await list(), await leftoverUploads()]).toEqual([[], []]);
  });

  it("can all be had after", async () => {
    const plan = JSON.stringify({ columns: { acc: "metric" } });
    const id = await stored("t.csv", TABLE.join("\n"), { fields: { plan } });
    expect((await detailOf(id)).report).toMatchObject({
      numArchitectures: 2_347,
      accepted: 2,
      rejected: 2_345,
    });
    const lines = linesOf(await rejectedText(id));
    expect([lines.length, lines.at(-1)]).toEqual([NUM_REJECTED + 1, LAST]);
  });

  it("can be had of a file of which no row can be used", async () => {
    const plan = JSON.stringify({ columns: { acc: "metric" } });
    const text = ["id,u1,acc", ...Array.from({ length: 1_500 }, (_, i) => bad(i))].join("\n");
    const refused = await upload("t.csv", text, { fields: { plan } });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ error: { details: { numRejected: 1_500 } } });
    expect(linesOf(await (await rejectedBefore(text, { plan })).text())).toHaveLength(1_501);
  });

  it("can be had of a file that would join", async () => {
    const id = await stored("t.csv", "id,u1,acc\na,e3k3,1\nc,e6k5,2\n");
    const more = ["id,lat", "a,1", ...Array.from({ length: 1_200 }, (_, i) => `z${i},2`)].join("\n");
    const lines = linesOf(await (await rejectedBeforeJoin(id, more, { by: "id" })).text());
    expect([lines.length, lines.at(-1)]).toEqual([
      1_201,
      '1202,id,"no row of the dataset is called ""z1199""","z1199,2"',
    ]);
  });

  it("of a file that nobody can read are none: the reason is the answer", async () => {
    expect((await rejectedBefore("x,y\n1,2\n")).status).toBe(415);
  });
});
