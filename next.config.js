/** @type {import("next").NextConfig} */
export default {
  // A second place for the build keeps a development server and a test run out of each other's way.
  distDir: process.env.ARCHWRIGHT_DIST ?? ".next",
  serverExternalPackages: ["@libsql/client", "@prisma/adapter-libsql", "libsql"],
  devIndicators: false,
  poweredByHeader: false,
};
