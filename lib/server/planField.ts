import type { z } from "zod";
import { ApiError } from "../api/errors";
import { importPlan } from "../api/planSchema";
import type { ImportPlan } from "../core/formats/importPlan";
import type { JoinKey } from "../api/contracts";

/** The form's field `plan`; an empty plan where it is not there. @throws ApiError bad_request naming the field */
export function planOf(fields: Readonly<Record<string, string>>): ImportPlan {
  const text = fields.plan;
  if (text === undefined || text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError("bad_request", "plan: is not JSON.", {
      issues: [{ field: "plan", message: "is not JSON" }],
    });
  }
  const result = importPlan.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(fieldOf);
  throw new ApiError("bad_request", `${issues[0]?.field ?? "plan"}: ${issues[0]?.message ?? "is wrong"}`, {
    issues,
  });
}

const fieldOf = ({ path, message }: z.core.$ZodIssue) => ({
  field: ["plan", ...path].join("."),
  message,
});

/** The form's field `by`. @throws ApiError bad_request */
export function joinKeyOf(fields: Readonly<Record<string, string>>): JoinKey {
  const { by } = fields;
  if (by === "id" || by === "architecture") return by;
  throw new ApiError(
    "bad_request",
    "by: is id or architecture, and says how rows find those that are there.",
    {
      issues: [{ field: "by", message: "is id or architecture" }],
    },
  );
}
