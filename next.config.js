const isDevelopment = process.env.NODE_ENV === "development";

// Next.js starts its pages with inline scripts and React's development build evaluates text; nothing comes from elsewhere.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** @type {import("next").NextConfig} */
export default {
  // A second place for the build keeps a development server and a test run out of each other's way.
  distDir: process.env.ARCHWRIGHT_DIST ?? ".next",
  serverExternalPackages: ["@libsql/client", "@prisma/adapter-libsql", "libsql"],
  devIndicators: false,
  poweredByHeader: false,
  headers: () => [
    {
      source: "/:path*",
      headers: [
        { key: "content-security-policy", value: contentSecurityPolicy },
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "no-referrer" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
      ],
    },
  ],
};
