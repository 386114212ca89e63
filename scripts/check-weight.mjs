// The JavaScript of each page, compressed, over that of an empty page of the same Next: 30 KB at most.
//
// Counted from the build, without running it: the runtime that every page loads (`rootMainFiles`) and
// the chunks of every client component of the page, its layouts and its error boundaries
// (`entryJSFiles`). That is all a first load can ask for; code behind an `import()` comes later, on a
// gesture, and polyfills (`noModule`) never come in a browser that knows modules.
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildIfOlder } from "./lib/build.mjs";

const MAX_KB = 30;

/** An empty page, in bytes. After a change of Next: build one, then `node scripts/check-weight.mjs --floor <its folder>`. */
const FLOOR = { next: "16.4.6", bytes: 134_889 };

const sizes = new Map();

function compressed(path) {
  if (!sizes.has(path)) sizes.set(path, gzipSync(readFileSync(path)).length);
  return sizes.get(path);
}

/** The chunks named by one page's manifest, which is a script that fills a global. */
function chunksOf(manifestPath) {
  const scope = {};
  new Function("globalThis", readFileSync(manifestPath, "utf8"))(scope);
  const [manifest] = Object.values(scope.__RSC_MANIFEST);
  return Object.values(manifest.entryJSFiles).flat();
}

function weigh(dir) {
  const { rootMainFiles } = JSON.parse(
    readFileSync(join(dir, ".next/build-manifest.json"), "utf8"),
  );
  const manifests = globSync("**/page_client-reference-manifest.js", {
    cwd: join(dir, ".next/server/app"),
  });
  return manifests
    .filter((path) => !path.startsWith("_"))
    .map((path) => {
      const chunks = chunksOf(join(dir, ".next/server/app", path));
      const files = [...new Set([...rootMainFiles, ...chunks])];
      const bytes = files.reduce((sum, file) => sum + compressed(join(dir, ".next", file)), 0);
      return { page: `/${path.replace(/\/?page_client-reference-manifest\.js$/, "")}`, bytes };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

const [mode, floorDir] = process.argv.slice(2);
if (mode === "--floor") {
  console.log(weigh(floorDir));
  process.exit();
}

await buildIfOlder({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
const { version } = createRequire(import.meta.url)("next/package.json");
const pages = weigh(".");
const problems = pages
  .filter(({ bytes }) => bytes - FLOOR.bytes > MAX_KB * 1024)
  .map(
    ({ page, bytes }) =>
      `${page}: ${kb(bytes - FLOOR.bytes)} over an empty page, ${MAX_KB} KB at most`,
  );
if (pages.length === 0) problems.push("no page in .next");
if (version !== FLOOR.next)
  problems.push(`the empty page was weighed with Next ${FLOOR.next}, not ${version}`);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
const [heaviest] = pages;
console.log(
  `${pages.length} pages weighed; the heaviest, ${heaviest.page}, has ${kb(heaviest.bytes - FLOOR.bytes)} of JavaScript over an empty page (${kb(FLOOR.bytes)})`,
);
