import { bootstrap } from "./lib/bootstrap.mjs";

const what = process.argv[2] === "connect" ? "../bench/connect/run.mjs" : "../bench/run.mjs";
if (bootstrap()) await (await import(what)).runBench();
