import { bootstrap } from "./lib/bootstrap.mjs";

// The rest needs what the bootstrap installs.
if (bootstrap())
  await (await import("./lib/main.mjs")).main({ dev: process.argv.includes("--dev") });
