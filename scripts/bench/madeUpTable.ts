import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { seededRandom } from "../../lib/core/random";

/** A CSV of about 200 bytes a row: an id, five units of two to four blocks, a resolution, five metrics. */
export async function writeTable(path: string, numRows: number): Promise<void> {
  const random = seededRandom(1);
  const below = (count: number) => Math.floor(random() * count);
  const unit = () =>
    Array.from(
      { length: 2 + below(3) },
      () => `mbconv3_e${[3, 4, 6][below(3)]}_k${[3, 5, 7][below(3)]}`,
    ).join(" ");
  const file = createWriteStream(path);
  file.write("id,u1,u2,u3,u4,u5,resolution,top-1 (%),latency (ms),params,flops,energy_wh\n");
  for (let row = 0; row < numRows; row++) {
    const units = Array.from({ length: 5 }, unit);
    const metrics = [60 + 20 * random(), 30 * random(), below(7e6), below(5e8), 3 * random()];
    const line = [
      `network-${row}`,
      ...units,
      128 + 16 * below(7),
      ...metrics.map((value) => Number(value.toFixed(5))),
    ];
    if (!file.write(`${line.join(",")}\n`)) await once(file, "drain");
  }
  file.end();
  await finished(file);
}
