import { openApiDocument } from "@/lib/api/openapi";
import { ok } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { version } from "@/package.json";

export const GET = route({}, async () => ok(openApiDocument(version)));
