import Ajv from "ajv/dist/2020";
import { readdirSync } from "node:fs";
import { dirname, join as joinPath, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/openapi.json/route";
import { openApiDocument } from "@/lib/api/openapi";
import { OPERATIONS } from "@/lib/api/operations";
import { STATUS_BY_CODE } from "@/lib/api/errors";
import { version } from "@/package.json";
import { withTemporaryDatabase } from "../server/temporaryDatabase";
import { detailOf, join, list, pageOf, stored, upload } from "./calls";

withTemporaryDatabase();

const ROOT = resolve(import.meta.dirname, "../..");
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What the folder app/api serves: `get /api/datasets/{id}`. */
async function servedRoutes(): Promise<string[]> {
  const files = readdirSync(joinPath(ROOT, "app/api"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)route\.tsx?$/.test(file))
    .map((file) => joinPath(ROOT, "app/api", file));
  const routes = await Promise.all(
    files.map(async (file) => {
      const exported: object = await import(file);
      const path = `/${relative(joinPath(ROOT, "app"), dirname(file))}`.replace(/\[(\w+)\]/g, "{$1}");
      return Object.keys(exported)
        .filter((name) => METHODS.includes(name))
        .map((method) => `${method.toLowerCase()} ${path}`);
    }),
  );
  return routes.flat().sort();
}

const document = openApiDocument(version);
const listed = Object.entries(document.paths)
  .flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method} ${path}`))
  .sort();

function refsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === "$ref" && typeof part === "string" ? [part] : refsIn(part),
  );
}

function resolvedRef(address: string): unknown {
  return address
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>(
      (at, key) =>
        typeof at === "object" && at !== null
          ? Object.entries(at).find(([name]) => name === key)?.[1]
          : undefined,
      document,
    );
}

describe("GET /api/openapi.json", () => {
  it("answers with an OpenAPI 3.1 document of the version in package.json", async () => {
    const response = await GET(new Request("http://127.0.0.1:3000/api/openapi.json"), {
      params: Promise.resolve({}),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ openapi: "3.1.0", info: { title: "Archwright", version } });
  });

  it("lists every route under app/api with its methods, and nothing else", async () => {
    expect(listed).toContain("post /api/datasets");
    expect(listed).toEqual(await servedRoutes());
    expect(listed).toHaveLength(OPERATIONS.length);
  });

  it("has a schema or response behind every reference", () => {
    const refs = [...new Set(refsIn(document))];
    expect(refs).toContain("#/components/schemas/SearchSpace");
    expect(refs.filter((address) => resolvedRef(address) === undefined)).toEqual([]);
  });

  it("names every parameter that stands in a path, and no other", () => {
    const told = OPERATIONS.map(({ path, params }) => [path, Object.keys(params?.shape ?? {})]);
    const inPath = OPERATIONS.map(({ path }) => [
      path,
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    ]);
    expect(told).toEqual(inPath);
  });

  it("says that an upload answers 201, 200 on a dry run, 400, 413, 415 or 422", () => {
    const statuses = Object.keys(document.paths["/api/datasets"]?.post?.responses ?? {});
    expect(statuses).toEqual(["200", "201", "400", "413", "415", "422", "default"]);
  });

  it("describes every error that the server answers with, and not the one that only a client sees", () => {
    const { unreachable: _, ...codes } = STATUS_BY_CODE;
    expect(Object.keys(document.components.responses)).toEqual([...Object.keys(codes), "error"]);
  });

  it("requires the field `by` of a file that joins, and gives its query a default limit", () => {
    expect(document.paths["/api/datasets/{id}/rows"]?.post).toMatchObject({
      requestBody: { content: { "multipart/form-data": { schema: { required: ["file", "by"] } } } },
    });
    expect(document.paths["/api/datasets/{id}/architectures"]?.get).toMatchObject({
      parameters: [
        { name: "id", in: "path", required: true },
        { name: "offset", in: "query", required: false, schema: { default: 0 } },
        { name: "limit", in: "query", required: false, schema: { default: 1000, maximum: 10000 } },
      ],
    });
  });
});

describe("the schemas of the document", () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(document, "api");
  const problems = (name: string, value: unknown): unknown => {
    const check = ajv.compile({ $ref: `api#/components/schemas/${name}` });
    check(value);
    return check.errors ?? [];
  };
  const TABLE = "id,u1,accuracy\na,e3k3,0.7\nb,e3k5,good\nc,e6k3,0.8\n";

  it("hold for what the routes answer", async () => {
    const id = await stored("table.csv", TABLE);
    expect(
      problems("UploadResult", await (await upload("t.csv", TABLE, { query: "?dryRun=true" })).json()),
    ).toEqual([]);
    expect(
      problems("JoinResult", await (await join(id, "id,latency\na,3\n", { fields: { by: "id" } })).json()),
    ).toEqual([]);
    expect(problems("DatasetDetail", await detailOf(id))).toEqual([]);
    expect(problems("DatasetSummary", (await list())[0])).toEqual([]);
    expect(problems("ArchitecturePage", await pageOf(id))).toEqual([]);
    expect(problems("ErrorBody", await (await upload("t.csv", "")).json())).toEqual([]);
  });

  it("refuse what lacks a field", () => {
    expect(problems("ErrorBody", { error: { code: "bad_request", details: null } })).toMatchObject([
      { keyword: "required", params: { missingProperty: "message" } },
    ]);
  });
});
