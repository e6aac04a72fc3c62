import type { z } from "zod";
import { readJson } from "./body";
import { ApiError } from "./errors";
import { refuseOtherOrigins } from "./origin";
import { failed } from "./respond";

/** What a route expects; each part is checked before the handler runs. */
type Expected<Params, Query, Body> = {
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: { readonly schema: z.ZodType<Body>; readonly maxBytes: () => number };
};

type Received<Params, Query, Body> = {
  readonly request: Request;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
};

type NextContext = { params: Promise<Record<string, string | string[] | undefined>> };

/**
 * A route reads like a sentence: what it expects, then what it does. Every error leaves as
 * `{error: {code, message, details}}`; one that is nobody's fault but ours is logged and named `internal`.
 */
export function route<Params = undefined, Query = undefined, Body = undefined>(
  expected: Expected<Params, Query, Body>,
  handle: (received: Received<Params, Query, Body>) => Promise<Response>,
) {
  return async (request: Request, context: NextContext): Promise<Response> => {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") refuseOtherOrigins(request);
      const { params, query, body } = expected;
      const search = Object.fromEntries(new URL(request.url).searchParams);
      return await handle({
        request,
        params: checked(params, await context.params, "address") as Params,
        query: checked(query, search, "query") as Query,
        body: (body && checked(body.schema, await readJson(request, body.maxBytes()), "body")) as Body,
      });
    } catch (error) {
      if (error instanceof ApiError) return failed(error);
      console.error(error);
      return failed(
        new ApiError("internal", "Archwright failed; its terminal says more. Nothing was changed."),
      );
    }
  };
}

/** The value as its schema gives it back; undefined where the route expects nothing. */
function checked<T>(schema: z.ZodType<T> | undefined, value: unknown, where: string): T | undefined {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  const [first] = issues;
  throw new ApiError("bad_request", `${where} ${first?.field ?? ""}: ${first?.message ?? "is wrong"}`, {
    issues,
  });
}
