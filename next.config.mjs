// Not in TypeScript: to read it, Next would load its compiler into the web process, 30 MB.
/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  allowedDevOrigins: ["127.0.0.1"],
  // Everybody's titles are in the head: those that Next sends later are lost without JavaScript.
  htmlLimitedBots: /.*/,
  // The provider answers at its public addresses; proxy.ts keeps them to the account host.
  rewrites: async () => [
    { source: "/oidc/:path*", destination: "/api/oidc/:path*" },
    ...["openid-configuration", "oauth-authorization-server"].map((document) => ({
      source: `/.well-known/${document}`,
      destination: `/api/oidc/.well-known/${document}`,
    })),
  ],
  // Bundled, it is empty on the server, also for the Pages Router where the provider is mounted.
  transpilePackages: ["server-only"],
  // Without JavaScript a file comes with its form: 10 MB allowed, somewhat more read, so that what is
  // too large is refused at its field and nothing typed is lost.
  experimental: { serverActions: { bodySizeLimit: "16mb" }, proxyClientMaxBodySize: "16mb" },
  // They load files of their own at run time, or need the one instance of a process.
  serverExternalPackages: ["oidc-provider", "pino", "pdfkit", "fontkit", "prom-client", "sharp"],
};
