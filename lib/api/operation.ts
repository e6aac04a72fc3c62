/** What the OpenAPI document says of one route and method. */
import type { z } from "zod";
import type { ErrorCode } from "./errors";

export type Method = "get" | "post" | "patch" | "delete";

/** What an answer holds: JSON of a schema, a list of such, or a file to save of one of these media types. */
export type Content =
  { readonly one: z.ZodType } | { readonly listOf: z.ZodType } | { readonly file: readonly string[] };

export type Operation = {
  readonly path: string;
  readonly method: Method;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Text fields of the multipart form beside `file` and `plan`, each with its legal values (null: any). */
  readonly form?: Readonly<Record<string, { readonly values: readonly string[] | null; required: boolean }>>;
  /** By status; null where there is no content. */
  readonly answers: Readonly<Record<number, { readonly says: string; readonly content: Content | null }>>;
  /** Errors that say something about this route; what any route can answer is added to these. */
  readonly errors: readonly ErrorCode[];
};
