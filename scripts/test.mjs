import { bootstrap } from "./lib/bootstrap.mjs";

if (bootstrap()) await (await import("./lib/suites.mjs")).runSuites();
