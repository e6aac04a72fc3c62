import { defineConfig } from "prisma/config";
import { join } from "node:path";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: `file:${join(process.env.ARCHWRIGHT_DATA ?? "data", "archwright.db")}` },
});
