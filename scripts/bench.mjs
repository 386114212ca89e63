import { bootstrap } from "./lib/bootstrap.mjs";

if (bootstrap()) await (await import("../bench/run.mjs")).runBench();
