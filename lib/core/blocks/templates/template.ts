import type { Architecture } from "../../architecture";
import type { SearchSpace } from "../../searchSpace";
import type { Network } from "../network";
import { unknownOperations } from "../operations";
import { NetworkError } from "../shapes";
import { buildDarts, readDartsTemplate, type DartsTemplate } from "./dartsTemplate";
import { buildEdgeCells, readEdgeCellTemplate, type EdgeCellTemplate } from "./edgeCellTemplate";
import { isRecord } from "../../formats/record";
import { oneOf, type Fault } from "./fields";
import { buildMbconv, readMbconvTemplate, type MbconvTemplate } from "./mbconvTemplate";
import { buildNodeCells, readNodeCellTemplate, type NodeCellTemplate } from "./nodeCellTemplate";
import { operationName } from "./operationFields";
import { buildTransformer, readTransformerTemplate, type TransformerTemplate } from "./transformerTemplate";

/** What an architecture leaves open of its network: stem, channels, strides, head. JSON as it is. */
export type Template =
  MbconvTemplate | EdgeCellTemplate | NodeCellTemplate | DartsTemplate | TransformerTemplate;

const READERS = {
  mbconv: readMbconvTemplate,
  edgeCell: readEdgeCellTemplate,
  nodeCell: readNodeCellTemplate,
  darts: readDartsTemplate,
  transformer: readTransformerTemplate,
} as const;

const FAMILIES = ["mbconv", "edgeCell", "nodeCell", "darts", "transformer"] as const;

export type TemplateOutcome =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Checks a template that people wrote or changed; every fault says its field. */
export function readTemplate(value: unknown): TemplateOutcome {
  const faults: Fault[] = [];
  if (!isRecord(value))
    return { ok: false, faults: [{ field: "template", message: "is not a JSON object" }] };
  const family = oneOf(FAMILIES)(value.family, "family", faults);
  const template = family === null ? null : READERS[family](value, "", faults);
  return template === null || faults.length > 0 ? { ok: false, faults } : { ok: true, template };
}

export type NetworkOutcome =
  | { readonly ok: true; readonly network: Network }
  | {
      readonly ok: false;
      readonly message: string;
      /** Operations that nothing says how to build; to be defined in the template's `operations`. */
      readonly unknown: readonly string[];
    };

/** The network of an architecture, or why there is none. */
export function buildNetwork(
  space: SearchSpace,
  architecture: Architecture,
  template: Template,
): NetworkOutcome {
  const unknown = unknownIn(space, architecture, template);
  if (unknown.length > 0)
    return {
      ok: false,
      unknown,
      message: `Nothing says what ${unknown.join(", ")} ${unknown.length === 1 ? "is" : "are"} made of.`,
    };
  try {
    return { ok: true, network: build(space, architecture, template) };
  } catch (error) {
    if (error instanceof NetworkError) return { ok: false, message: error.message, unknown: [] };
    throw error;
  }
}

function build(space: SearchSpace, architecture: Architecture, template: Template): Network {
  switch (template.family) {
    case "mbconv":
      return buildMbconv(space, architecture, template);
    case "edgeCell":
      return buildEdgeCells(space, architecture, template);
    case "nodeCell":
      return buildNodeCells(space, architecture, template);
    case "darts":
      return buildDarts(space, architecture, template);
    case "transformer":
      return buildTransformer(space, architecture, template);
  }
}

/** The ends of a NAS-Bench-101 cell are no operations. */
const ENDS = new Set(["input", "output"]);

function unknownIn(space: SearchSpace, architecture: Architecture, template: Template): string[] {
  if (!("operations" in template)) return [];
  const names = architecture.units.flat().map((node) => operationName(space, node));
  return unknownOperations(
    template.operations,
    template.family === "nodeCell" ? names.filter((name) => !ENDS.has(name)) : names,
  );
}
