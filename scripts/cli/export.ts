import { resolve } from "node:path";
import { assembledToArchset } from "../../lib/core/export/archset";
import { diagramSvg } from "../../lib/core/export/svg";
import type { Architecture } from "../../lib/core/architecture";
import type { SearchSpace } from "../../lib/core/searchSpace";
import { architectureDiagram } from "../../lib/figures/architectureDiagram";
import { readArguments, required, Unusable, type Arguments, type Command } from "./command";
import { readDataset, writeText } from "./files";

/** What is written for each form, from the architecture and what it came from. */
const WRITERS: Readonly<Record<string, (source: Source) => string>> = {
  json: ({ space, architecture, hash }) =>
    assembledToArchset(architecture.id, space, architecture, {
      datasetHash: hash,
      predictorId: null,
      seed: null,
      target: null,
      predicted: null,
    }),
  svg: ({ name, space, architecture }) =>
    diagramSvg(architectureDiagram(space, architecture), { title: architecture.id, lines: [name] }),
};

type Source = {
  readonly name: string;
  readonly hash: string;
  readonly space: SearchSpace;
  readonly architecture: Architecture;
};

/** Writes one architecture of a file in another form. */
export const exportCommand: Command = async (args) => {
  const given = readArguments(args, ["FILE-OR-JSON"], ["id", "to", "out"]);
  const [path = ""] = given.positionals;
  const id = required(given, "id");
  const write = writerOf(given);
  const out = required(given, "out");
  const { dataset, hash } = readDataset(path);
  const architecture = dataset.architectures.find((candidate) => candidate.id === id);
  if (!architecture) {
    const known = dataset.architectures.slice(0, 3).map((candidate) => candidate.id);
    throw new Unusable(
      `${path} holds no architecture with the id ${id}; its ids are like ${known.join(", ")}.`,
    );
  }
  const bytes = writeText(out, write({ name: dataset.name, hash, space: dataset.space, architecture }));
  return { path: resolve(out), bytes };
};

function writerOf(given: Arguments): (source: Source) => string {
  const form = required(given, "to");
  const writer = Object.hasOwn(WRITERS, form) ? WRITERS[form] : undefined;
  if (!writer) throw new Unusable(`--to is one of ${Object.keys(WRITERS).join(", ")}, not "${form}".`);
  return writer;
}
