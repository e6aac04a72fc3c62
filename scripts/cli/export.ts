import { resolve } from "node:path";
import { countNetwork } from "../../lib/core/blocks/count";
import { suggestTemplates } from "../../lib/core/blocks/templates/suggest";
import { buildNetwork, readTemplate, type Template } from "../../lib/core/blocks/templates/template";
import type { Network } from "../../lib/core/blocks/network";
import { randomWeights, type Weights } from "../../lib/core/blocks/weights";
import { givenWeights, readStateDict, WeightsFileError } from "../../lib/core/blocks/weightsFile";
import { assembledToArchset } from "../../lib/core/export/archset";
import { writeDot } from "../../lib/core/export/dot";
import {
  networkFile,
  NETWORK_FORM_FACTS,
  NETWORK_FORMS,
  type NetworkForm,
} from "../../lib/core/export/networkFile";
import { hasOnceForAllLists, onceForAllLists } from "../../lib/core/export/onceForAllLists";
import { diagramSvg } from "../../lib/core/export/svg";
import { writeNotation } from "../../lib/core/formats/notation";
import { seededRandom } from "../../lib/core/random";
import type { Architecture } from "../../lib/core/architecture";
import type { SearchSpace } from "../../lib/core/searchSpace";
import { architectureDiagram } from "../../lib/figures/architectureDiagram";
import {
  readArguments,
  required,
  tell,
  Unusable,
  wholeNumber,
  type Arguments,
  type Command,
} from "./command";
import { readBytes, readDataset, writeOut } from "./files";

type Source = {
  readonly name: string;
  readonly hash: string;
  readonly space: SearchSpace;
  readonly architecture: Architecture;
};

/** What is written of the architecture itself. */
const TEXT_WRITERS: Readonly<Record<string, (source: Source) => string>> = {
  json: ({ space, architecture, hash }) =>
    assembledToArchset(architecture.id, space, architecture, {
      datasetHash: hash,
      predictorId: null,
      seed: null,
      target: null,
      predicted: null,
    }),
  notation: ({ space, architecture }) => `${writeNotation(space, architecture)}\n`,
  ofa: ({ space, architecture }) => {
    if (hasOnceForAllLists(space)) return onceForAllLists(space, architecture);
    throw new Unusable("--to ofa is for units of blocks that have the features expand and kernel.");
  },
  dot: ({ space, architecture }) => writeDot(space, architecture),
  svg: ({ name, space, architecture }) =>
    diagramSvg(architectureDiagram(space, architecture), { title: architecture.id, lines: [name] }),
};

const FORMS = [...Object.keys(TEXT_WRITERS), ...NETWORK_FORMS];

const FORMS_WITH_WEIGHTS = NETWORK_FORMS.filter((form) => NETWORK_FORM_FACTS[form].hasWeights);

/** Writes one architecture of a file in another form; as a network by a template, with given or random weights. */
export const exportCommand: Command = async (args) => {
  const given = readArguments(args, ["FILE-OR-JSON"], ["id", "to", "out", "template", "seed", "weights"]);
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
  const bytes = writeOut(out, write({ name: dataset.name, hash, space: dataset.space, architecture }));
  return { path: resolve(out), bytes };
};

function writerOf(given: Arguments): (source: Source) => string | Uint8Array {
  const form = required(given, "to");
  const network = NETWORK_FORMS.find((candidate) => candidate === form);
  if (given.options.weights !== undefined && (!network || !NETWORK_FORM_FACTS[network].hasWeights))
    throw new Unusable(`--weights is for ${FORMS_WITH_WEIGHTS.join(" and ")}; ${form} holds no weights.`);
  if (network) return (source) => writeNetwork(network, given, source);
  const writer = Object.hasOwn(TEXT_WRITERS, form) ? TEXT_WRITERS[form] : undefined;
  if (!writer) throw new Unusable(`--to is one of ${FORMS.join(", ")}, not "${form}".`);
  return writer;
}

function writeNetwork(form: NetworkForm, given: Arguments, { space, architecture }: Source): Uint8Array {
  const outcome = buildNetwork(space, architecture, templateOf(given, space));
  if (!outcome.ok)
    throw new Unusable(
      outcome.unknown.length > 0
        ? `${outcome.message} Define ${outcome.unknown.length === 1 ? "it" : "them"} in a template (--template FILE), such as "operations": {"${outcome.unknown[0]}": "relu > conv 3x3 > bn"}.`
        : outcome.message,
    );
  const { network } = outcome;
  const { parameters, macs } = countNetwork(network);
  tell(`${parameters} parameters, ${macs} multiply-accumulates for one input.`);
  return networkFile(form, network, weightsOf(given, network));
}

/** Those of the file that is given, else random ones of the seed. */
function weightsOf(given: Arguments, network: Network): Weights {
  const path = given.options.weights;
  const seed = wholeNumber(given, "seed", 0);
  if (path === undefined) return randomWeights(network, seededRandom(seed ?? 0));
  if (seed !== undefined)
    throw new Unusable("--seed draws weights, and --weights gives them: leave one out.");
  try {
    const weights = givenWeights(network, readStateDict(readBytes(path)));
    if (weights.ok) return weights.weights;
    throw new Unusable([`${path} does not fit this network:`, ...weights.problems].join("\n  "));
  } catch (error) {
    if (error instanceof WeightsFileError) throw new Unusable(`${path} cannot be used: ${error.message}.`);
    throw error;
  }
}

function templateOf({ options }: Arguments, space: SearchSpace): Template {
  const path = options.template;
  if (path === undefined) {
    const [first, ...others] = suggestTemplates(space);
    if (!first)
      throw new Unusable(
        "No template is known for architectures of this kind; give one with --template FILE (docs/templates.md).",
      );
    const beside = others.length > 0 ? `; others that fit: ${others.map(({ name }) => name).join(", ")}` : "";
    tell(`Template: ${first.name}${beside}. Another can be given with --template FILE.`);
    return first.template;
  }
  const outcome = readTemplate(jsonOf(path));
  if (outcome.ok) return outcome.template;
  throw new Unusable(
    `${path} is no template: ${outcome.faults.map(({ field, message }) => `${field}: ${message}`).join("; ")}.`,
  );
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(readBytes(path)));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(`${path} is not JSON.`);
  }
}
