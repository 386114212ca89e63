import type { NextConfig } from "next";

export default {
  poweredByHeader: false,
  allowedDevOrigins: ["127.0.0.1"],
  // They load files of their own at run time, or need the one instance of a process.
  serverExternalPackages: ["oidc-provider", "pino", "pdfkit", "fontkit", "prom-client", "sharp"],
} satisfies NextConfig;
