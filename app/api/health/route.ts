import type { Health } from "@/lib/api/contracts";
import { ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { database } from "@/lib/server/database";
import { maxUploadBytes } from "@/lib/server/settings";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** Answers once the database can be read. */
export const GET = route({}, async () => {
  await (await database()).dataset.count();
  const health: Health = { status: "ok", version, maxUploadBytes: maxUploadBytes() };
  return ok(health);
});
