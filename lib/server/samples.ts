import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { importFile } from "../core/formats";
import { inTransaction, database } from "./database";
import { insertDataset } from "./datasets";
import type { DatasetSummary } from "../api/contracts";

type Sample = {
  readonly key: string;
  readonly name: string;
  readonly fileName: string;
  readonly sample: NonNullable<DatasetSummary["sample"]>;
};

/** What the list says beside a sample; the figures are those of the data card. */
const SAMPLES: readonly Sample[] = [
  {
    key: "cell-fashion",
    name: "Cells, Fashion-MNIST",
    fileName: "cell.json",
    sample: {
      summary:
        "351 cells in NAS-Bench-201 notation, each trained from scratch: accuracy, parameters, FLOPs, CPU latency.",
      limits:
        "150 training steps and one seed: trained twice, 44 cells differ by 1.4 points on average. Accuracies are not comparable with NAS-Bench-201's.",
      cardUrl: "/samples/DATACARD.md",
    },
  },
  {
    key: "staged-fashion",
    name: "Staged networks, Fashion-MNIST",
    fileName: "staged.json",
    sample: {
      summary:
        "2,000 sub-networks of one supernet (4 units of 2-4 MBConv layers): accuracy, parameters, FLOPs, CPU latency.",
      limits:
        "Accuracy is that of shared supernet weights, not of networks trained alone (rank correlation 0.64 on 20 networks); differences below 0.15 points mean little.",
      cardUrl: "/samples/DATACARD.md",
    },
  },
];

/** Loads each sample that was never loaded; one that the user deleted stays deleted. @returns keys loaded now */
export async function loadSamples(folder = resolve("public", "samples")): Promise<string[]> {
  const loaded = await (await database()).loadedSample.findMany();
  const missing = SAMPLES.filter(({ key }) => !loaded.some((sample) => sample.key === key));
  for (const sample of missing) await loadSample(folder, sample);
  return missing.map(({ key }) => key);
}

async function loadSample(folder: string, { key, name, fileName, sample }: Sample): Promise<void> {
  const bytes = await readFile(resolve(folder, fileName));
  const outcome = importFile({ name: fileName, bytes });
  if (!outcome.ok) throw new Error(`The sample ${fileName} cannot be read: ${outcome.message}`);
  const { dataset, rejected, report } = outcome;
  const hash = createHash("sha256").update(bytes).digest("hex");
  await inTransaction(async (queries) => {
    await queries.loadedSample.create({ data: { key, loadedAt: new Date() } });
    await insertDataset(queries, { dataset: { ...dataset, name }, rejected, report, fileName, hash, sample });
  });
}
