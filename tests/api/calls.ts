/** Calls the real route handlers as a browser would. */
import { DELETE, GET as GET_ONE, PATCH } from "@/app/api/datasets/[id]/route";
import { GET as GET_ROWS } from "@/app/api/datasets/[id]/architectures/route";
import { GET as GET_EXPORT } from "@/app/api/datasets/[id]/export/route";
import { GET as GET_REJECTED } from "@/app/api/datasets/[id]/rejected/route";
import { POST as POST_ROWS_REJECTED } from "@/app/api/datasets/[id]/rows/rejected/route";
import { POST as POST_REJECTED } from "@/app/api/datasets/rejected/route";
import { POST as POST_ROWS } from "@/app/api/datasets/[id]/rows/route";
import { DELETE as DELETE_IMPORT, GET as GET_IMPORT } from "@/app/api/imports/[importId]/route";
import { GET, POST } from "@/app/api/datasets/route";
import type { ArchitecturePage, DatasetDetail, DatasetSummary } from "@/lib/api/contracts";

export const base = "http://127.0.0.1:3000/api/datasets";
const noParams = { params: Promise.resolve({}) };
const withId = (id: string) => ({ params: Promise.resolve({ id }) });

export type Sent = {
  readonly query?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

function form(name: string, content: BlobPart, fields: Readonly<Record<string, string>>): FormData {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  body.set("file", new File([content], name));
  return body;
}

export const upload = (
  name: string,
  content: BlobPart,
  { query = "", fields = {}, headers = {}, signal }: Sent = {},
): Promise<Response> =>
  POST(
    new Request(`${base}${query}`, {
      method: "POST",
      body: form(name, content, fields),
      headers,
      signal: signal ?? null,
    }),
    noParams,
  );

export const join = (
  id: string,
  content: BlobPart,
  { query = "", fields = {} }: Sent = {},
): Promise<Response> =>
  POST_ROWS(
    new Request(`${base}/${id}/rows${query}`, { method: "POST", body: form("more.csv", content, fields) }),
    withId(id),
  );

/** All rows that a file would lose. */
export const rejectedBefore = (content: BlobPart, fields: Sent["fields"] = {}): Promise<Response> =>
  POST_REJECTED(
    new Request(`${base}/rejected`, { method: "POST", body: form("t.csv", content, fields) }),
    noParams,
  );

export const rejectedBeforeJoin = (
  id: string,
  content: BlobPart,
  fields: Sent["fields"] = {},
): Promise<Response> =>
  POST_ROWS_REJECTED(
    new Request(`${base}/${id}/rows/rejected`, { method: "POST", body: form("t.csv", content, fields) }),
    withId(id),
  );

export const patch = (id: string, edits: unknown): Promise<Response> =>
  PATCH(new Request(`${base}/${id}`, { method: "PATCH", body: JSON.stringify(edits) }), withId(id));

export const remove = (id: string): Promise<Response> =>
  DELETE(new Request(`${base}/${id}`, { method: "DELETE" }), withId(id));

export const list = async (): Promise<DatasetSummary[]> => (await GET(new Request(base), noParams)).json();

export const detailOf = async (id: string): Promise<DatasetDetail> =>
  (await GET_ONE(new Request(`${base}/${id}`), withId(id))).json();

export const pageOf = async (id: string, query = "?limit=10000"): Promise<ArchitecturePage> =>
  (await GET_ROWS(new Request(`${base}/${id}/architectures${query}`), withId(id))).json();

export const exported = async (id: string, format: "json" | "csv"): Promise<string> =>
  (await GET_EXPORT(new Request(`${base}/${id}/export?format=${format}`), withId(id))).text();

export const rejectedText = async (id: string): Promise<string> =>
  (await GET_REJECTED(new Request(`${base}/${id}/rejected`), withId(id))).text();

const imports = "http://127.0.0.1:3000/api/imports";
const withImportId = (importId: string) => ({ params: Promise.resolve({ importId }) });

export const progressOf = (importId: string): Promise<Response> =>
  GET_IMPORT(new Request(`${imports}/${importId}`), withImportId(importId));

export const cancel = (importId: string): Promise<Response> =>
  DELETE_IMPORT(new Request(`${imports}/${importId}`, { method: "DELETE" }), withImportId(importId));

/** Uploads and stores; the new dataset's id. */
export async function stored(name: string, content: BlobPart, sent: Sent = {}): Promise<string> {
  const response = await upload(name, content, sent);
  const body = (await response.json()) as { id?: string };
  if (response.status !== 201 || body.id === undefined) throw new Error(JSON.stringify(body));
  return body.id;
}
