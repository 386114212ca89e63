const LEAF = "^lib/[^/]+/(model|schemas)[./]";

/** The architecture, as import rules. `npm run check:deps` fails on the first one broken. */
module.exports = {
  forbidden: [
    {
      name: "screens-never-touch-the-database",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "^db/|^node_modules/(drizzle-orm|postgres)/" },
    },
    {
      name: "two-doors-to-the-database",
      comment: "Only lib/context.ts opens a transaction; everyone else is given one.",
      severity: "error",
      from: { path: "^lib/", pathNot: "^lib/context\\.ts$" },
      to: { path: "^db/client\\.ts$|^node_modules/postgres/" },
    },
    {
      name: "components-know-only-models",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^lib/",
        pathNot: [LEAF, "^lib/(result|done)\\.ts$", "^lib/format/", "^lib/auth/csrf\\.ts$"],
      },
    },
    {
      name: "models-are-leaves",
      severity: "error",
      from: { path: LEAF },
      to: {
        pathNot: [LEAF, "^lib/result\\.ts$", "^lib/format/", "^node_modules/(zod|@zxcvbn-ts)/"],
      },
    },
    {
      name: "lower-layers-never-look-up",
      severity: "error",
      from: { path: "^(lib|db)/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "tables-know-only-models",
      severity: "error",
      from: { path: "^db/(schema/|client\\.ts)" },
      to: { path: "^lib/", pathNot: [LEAF, "^lib/auth/actor\\.ts$", "^lib/result\\.ts$"] },
    },
    {
      name: "only-its-owner-writes-a-table",
      comment:
        "queries.ts may read any table; commands.ts writes its own module's only: db/schema/<module>.ts or <module>-<part>.ts.",
      severity: "error",
      from: { path: "^lib/([^/]+)/commands" },
      to: { path: "^db/schema/", pathNot: ["^db/schema/$1\\.ts$", "^db/schema/$1-[a-z]+\\.ts$"] },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: "\\.test\\.tsx?$",
  },
};
