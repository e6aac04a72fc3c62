/** `GET /api/openapi.json`: the API as an OpenAPI 3.1 document, made from the schemas that check its requests. */
import { z } from "zod";
import * as answers from "./answers";
import {
  architectureSchema,
  assembledEdits,
  assembledRequest,
  browserLatencySchema,
  predictorFileSchema,
  predictorRequest,
} from "./contracts";
import { isErrorCode, STATUS_BY_CODE, type ErrorCode } from "./errors";
import type { Content, Operation } from "./operation";
import { OPERATIONS } from "./operations";
import { datasetEdits, importPlan } from "./planSchema";

type Json = Readonly<Record<string, unknown>>;

/** Codes that the server answers with; `unreachable` is made by a client that got no answer. */
type ServerCode = Exclude<ErrorCode, "unreachable">;

const MEANING: Readonly<Record<ServerCode, string>> = {
  bad_request: "Something in the address, query or body is wrong; the message names the field.",
  cross_origin: "A page of another site sent the request.",
  not_found: "There is no such thing.",
  conflict: "Something else rests on what was to be changed, or an import of this importId is under way.",
  too_large: "The body is larger than the server takes; details has the limit.",
  unknown_format: "No reader recognises the file.",
  nothing_usable: "No row can be used; details has the issues and the rejected rows.",
  cancelled: "The client stopped what it had asked for.",
  internal: "The server failed; nothing was changed.",
};

const SERVER_CODES = Object.keys(STATUS_BY_CODE).filter(
  (code): code is ServerCode => isErrorCode(code) && code !== "unreachable",
);

/** Named schemas; wherever one stands inside another, the document refers to it. */
const COMPONENTS = {
  Architecture: architectureSchema,
  ArchitecturePage: answers.architecturePage,
  AssembledArchitecture: answers.assembledArchitecture,
  AssembledEdits: assembledEdits,
  AssembledRequest: assembledRequest,
  BrowserLatency: browserLatencySchema,
  DatasetDetail: answers.datasetDetail,
  DatasetEdits: datasetEdits,
  DatasetSummary: answers.datasetSummary,
  ErrorBody: answers.errorBody(SERVER_CODES),
  EvaluatedArchitecture: answers.evaluatedArchitecture,
  Health: answers.health,
  ImportPlan: importPlan,
  ImportProgress: answers.importProgress,
  ImportReport: answers.importReport,
  ImportStatus: answers.importStatus,
  Interval: answers.interval,
  Issue: answers.issue,
  JoinResult: answers.joinResult,
  Metric: answers.metric,
  PredictorFile: predictorFileSchema,
  PredictorRequest: predictorRequest,
  PredictorSummary: answers.predictorSummary,
  RejectedRow: answers.rejectedRow,
  SearchSpace: answers.searchSpace,
  UploadResult: answers.uploadResult,
} as const;

const ref = (kind: "schemas" | "responses", name: string): Json => ({ $ref: `#/components/${kind}/${name}` });

/**
 * The whole document.
 * @param version of Archwright, as in package.json
 */
export function openApiDocument(version: string) {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of OPERATIONS) {
    (paths[operation.path] ??= {})[operation.method] = operationObject(operation);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Archwright",
      version,
      description: "Datasets of evaluated architectures, predictors trained on them, and what was assembled.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths,
    components: { schemas: componentSchemas(), responses: errorResponses() },
  };
}

function operationObject(operation: Operation): Json {
  const parameters = [...parametersOf(operation.params, "path"), ...parametersOf(operation.query, "query")];
  const requestBody = requestBodyOf(operation);
  return {
    summary: operation.summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(requestBody === null ? {} : { requestBody }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.answers).map(([status, { says, content }]) => [
          status,
          { description: says, ...(content === null ? {} : { content: contentOf(content) }) },
        ]),
      ),
      ...Object.fromEntries(
        operation.errors.map((code) => [String(STATUS_BY_CODE[code]), ref("responses", code)]),
      ),
      default: ref("responses", "error"),
    },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

function requestBodyOf({ body, form }: Operation): Json | null {
  if (body !== undefined)
    return { required: true, content: { "application/json": { schema: schemaOf(body) } } };
  if (form === undefined) return null;
  const fields = Object.entries(form).map(([name, { values }]) => [
    name,
    { type: "string", ...(values === null ? {} : { enum: values }) },
  ]);
  const schema = {
    type: "object",
    properties: {
      ...Object.fromEntries(fields),
      plan: {
        type: "string",
        contentMediaType: "application/json",
        contentSchema: ref("schemas", "ImportPlan"),
      },
      file: { contentMediaType: "application/octet-stream" },
    },
    required: ["file", ...Object.keys(form).filter((name) => form[name]?.required)],
  };
  return { required: true, content: { "multipart/form-data": { schema } } };
}

function contentOf(content: Content): Json {
  if ("file" in content) return Object.fromEntries(content.file.map((type) => [type, {}]));
  const schema =
    "one" in content ? schemaOf(content.one) : { type: "array", items: schemaOf(content.listOf) };
  return { "application/json": { schema } };
}

/** @throws where the schema has no name, so that the document never repeats one */
function schemaOf(schema: z.ZodType): Json {
  const named = Object.entries(COMPONENTS).find(([, component]) => component === schema);
  if (named === undefined) throw new Error("A schema of an operation is missing in COMPONENTS.");
  return ref("schemas", named[0]);
}

function componentSchemas(): Readonly<Record<string, Json>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(COMPONENTS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: "input", uri: (id) => `#/components/schemas/${id}` });
  // Each has an address and a dialect of its own; inside one document the first is its place, the second OpenAPI's.
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _address, $schema: _dialect, ...schema }]) => [id, schema]),
  );
}

/** One response a code, and `error` for whatever else a route may answer. */
function errorResponses(): Readonly<Record<string, Json>> {
  const content = { "application/json": { schema: ref("schemas", "ErrorBody") } };
  const any = SERVER_CODES.map((code) => `${STATUS_BY_CODE[code]} ${code}: ${MEANING[code]}`);
  return {
    ...Object.fromEntries(
      SERVER_CODES.map((code) => [code, { description: `${code}: ${MEANING[code]}`, content }]),
    ),
    error: { description: ["Any other error.", ...any].join("\n"), content },
  };
}
