import type { Architecture } from "../../core/architecture";
import type { EncodeOutcome } from "../../core/encodeArchitecture";
import { recodeArchitecture } from "../../core/recode";
import { featureValue, type FeatureValue, type SearchSpace } from "../../core/searchSpace";
import type { PredictorFile } from "../predictor";
import { checkpointSpace, familyOperation, type CheckpointFamily } from "./releasedCheckpoint";

/** Under which a checkpoint is asked where a dataset says no resolution (as the published scoring does). */
const USUAL_RESOLUTION = 224;

/** Readers call the operation of a block `op`; the checkpoint's tables call it `operation`. */
const OPERATION = "operation";
const named = (name: string): string => (name === "op" ? OPERATION : name);

/** A dataset's space under the checkpoint's names, with what a checkpoint needs and the dataset does not say. */
export function completedSpace(space: SearchSpace, family: CheckpointFamily): SearchSpace {
  const constants = Object.fromEntries(
    Object.entries(space.constants).map(([name, value]) => [named(name), value]),
  );
  const nodeFeatures = space.nodeFeatures.map((feature) => ({ ...feature, name: named(feature.name) }));
  const says = (name: string): boolean =>
    Object.hasOwn(constants, name) ||
    [...nodeFeatures, ...space.globalFeatures].some((feature) => feature.name === name);
  return {
    ...space,
    nodeFeatures,
    constants: {
      ...constants,
      ...(says(OPERATION) ? {} : { [OPERATION]: familyOperation(family) }),
      ...(says("resolution") ? {} : { resolution: USUAL_RESOLUTION }),
    },
  };
}

/**
 * What a checkpoint can be asked about, for people: the checkpoint's space without the operation, which never varies
 * within a family, in the notation of block lists.
 */
export function familySpace(family: CheckpointFamily): SearchSpace {
  const own = checkpointSpace(family);
  return {
    ...own,
    nodeFeatures: own.nodeFeatures.filter(({ name }) => name !== OPERATION),
    constants: { op: familyOperation(family) },
  };
}

/** The checkpoint's space with a dataset's names of units, and its say in which are scored together. */
export function namedSpace(family: CheckpointFamily, space: SearchSpace): SearchSpace {
  const own = checkpointSpace(family);
  const units = own.units.map(({ lengths }, index) => {
    const { name = `unit ${index + 1}`, joinsNext = false } = space.units[index] ?? {};
    return { name, lengths, ...(joinsNext ? { joinsNext } : {}) };
  });
  return { ...own, units };
}

/**
 * Why a checkpoint of the family cannot be asked about architectures of a space, or null. Values decide: a dataset of
 * fewer units, other expansions or other kernels has none of the rows of the checkpoint's tables.
 */
export function misfit(space: SearchSpace, family: CheckpointFamily): string | null {
  const wanted = checkpointSpace(family);
  const label = family === "pn" ? "ProxylessNAS" : "MobileNetV3";
  const asked = `The checkpoint is of ${label}`;
  if (space.units.length !== wanted.units.length)
    return `${asked}, which has ${wanted.units.length} units; this dataset has ${space.units.length}.`;
  for (const [index, { name, lengths }] of space.units.entries()) {
    const legal = wanted.units[index]?.lengths ?? [];
    const other = lengths.find((length) => !legal.includes(length));
    if (other !== undefined)
      return `${asked}, whose unit ${index + 1} has ${legal.join(", ")} layers; ${name} of this dataset has ${other}.`;
  }
  for (const feature of wanted.nodeFeatures) {
    const known: readonly FeatureValue[] =
      feature.name === OPERATION ? [familyOperation(family)] : feature.values;
    const values = valuesOf(completedSpace(space, family), feature.name);
    if (values === null)
      return `${asked}, whose blocks have ${feature.name}; this dataset has no such feature.`;
    const other = values.find((value) => !known.includes(value));
    if (other !== undefined)
      return `${asked}, whose ${feature.name} is ${known.join(", ")}; this dataset has ${JSON.stringify(other)}.`;
  }
  return null;
}

/** All values of a feature of nodes, the constant one included; null where nothing says it. */
function valuesOf(space: SearchSpace, name: string): readonly FeatureValue[] | null {
  const feature = space.nodeFeatures.find((candidate) => candidate.name === name);
  if (feature) return feature.values;
  const value = Object.hasOwn(space.constants, name) ? space.constants[name] : null;
  return typeof value === "string" || typeof value === "number" ? [value] : null;
}

/**
 * An architecture in the codes of the checkpoint's space, or of its family's, by value.
 * @throws RangeError naming the value that the checkpoint does not know
 */
export function toCheckpoint(
  architecture: Architecture,
  from: SearchSpace,
  family: CheckpointFamily,
  to: SearchSpace = checkpointSpace(family),
): Architecture {
  const source = completedSpace(from, family);
  refuseOther(architecture, source, familyOperation(family));
  const outcome = recodeArchitecture(architecture, source, to);
  if (!outcome.ok) throw new RangeError(`${architecture.id}, ${outcome.field}: ${outcome.message}.`);
  return outcome.architecture;
}

/** Another operation has a row in the tables that training never touched. */
function refuseOther(architecture: Architecture, source: SearchSpace, operation: string): void {
  const index = source.nodeFeatures.findIndex(({ name }) => name === OPERATION);
  const feature = source.nodeFeatures[index];
  const constant = Object.hasOwn(source.constants, OPERATION) ? source.constants[OPERATION] : operation;
  const values = feature
    ? architecture.units.flat().map((node) => featureValue(feature, node[index] ?? -1))
    : [constant];
  const other = values.find((value) => value !== operation);
  if (other !== undefined)
    throw new RangeError(`${architecture.id}: the checkpoint knows ${operation} only, not ${String(other)}.`);
}

/** The family of a file that holds a released checkpoint; null for others. */
export function releasedFamily({ settings }: Pick<PredictorFile, "settings">): CheckpointFamily | null {
  const { released } = settings;
  return released === "mbv3" || released === "pn" ? released : null;
}

/** An architecture of any dataset in the codes of a predictor's file, by value. */
export function recodeToFile(
  architecture: Architecture,
  from: SearchSpace,
  file: Pick<PredictorFile, "settings" | "space">,
): EncodeOutcome {
  const family = releasedFamily(file);
  if (family === null) return recodeArchitecture(architecture, from, file.space);
  try {
    return { ok: true, architecture: toCheckpoint(architecture, from, family, file.space) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, field: "architecture", message: error.message };
    throw error;
  }
}
