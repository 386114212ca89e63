import { cpus, totalmem } from "node:os";

const MIB = 1024 * 1024;
const round = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** One row per point, over its rounds; `score`: requests/s in thousandths of the control just before. */
export function summarise(points, rounds) {
  const of = (name, key) => median(rounds.map((round) => round[name][key]));
  const rows = points.map(({ name, kind }) => ({
    name,
    kind,
    perSecond: of(name, "perSecond"),
    p50: of(name, "p50"),
    p95: of(name, "p95"),
    cpuMs: of(name, "cpuMs"),
    wrong: rounds.reduce((sum, round) => sum + round[name].wrong, 0),
    score: median(rounds.map((round) => round[name].perSecond / round[name].control)),
    control: of(name, "control"),
  }));
  const floor = (start) => rows.find(({ name }) => name.startsWith(start))?.score ?? 0;
  const query = floor("Floor: one query");
  const floors = { page: query, bound: query, insert: floor("Floor: insert") };
  return rows.map((row) => ({
    ...row,
    ratio: floors[row.kind] ? row.score / floors[row.kind] : null,
  }));
}

const speedTable = (rows, queries) =>
  table(
    ["", "requests/s", "p50, ms", "p95, ms", "CPU of web, ms", "ratio to the floor", "queries"],
    rows.map(({ name, perSecond, p50, p95, cpuMs, ratio }) => [
      name,
      round(perSecond),
      round(p50),
      round(p95),
      cpuMs.toFixed(2),
      ratio === null ? "" : ratio.toFixed(2),
      queries[name] ?? "",
    ]),
  );

const weightTable = (weights) =>
  table(
    ["page", "KB on the wire", "requests", "elements"],
    weights.map(({ url, kb, requests, nodes }) => [url, kb, requests, nodes]),
  );

const WANTED = { page: 0.6, insert: 0.5 };

const unmet = ({ rows, queries, weights, memory }) => [
  ...rows
    .filter(({ ratio, kind }) => kind in WANTED && ratio < WANTED[kind])
    .map(
      ({ name, ratio, kind }) =>
        `${name}: ${ratio.toFixed(2)} of the floor, ${WANTED[kind]} wanted`,
    ),
  ...rows
    .filter(({ wrong }) => wrong > 0)
    .map(({ name, wrong }) => `${name}: ${wrong} unexpected answers`),
  ...Object.entries(queries)
    .filter(([, count]) => count > 8)
    .map(([name, count]) => `${name}: ${count} queries, 8 at most wanted`),
  ...weights
    .filter(({ kb, requests, nodes }) => kb > 300 || requests > 15 || nodes > 400)
    .map(
      ({ url, kb, requests, nodes }) =>
        `${url}: ${kb} KB, ${requests} requests, ${nodes} elements; 300, 15 and 400 at most wanted`,
    ),
  ...(memory.web.now > 400 ? [`web: ${memory.web.now} MB after the run, 400 wanted`] : []),
];

const warning = (controls) =>
  Math.max(...controls) < 2 * Math.min(...controls)
    ? ""
    : `
**The machine was busy with something else during this run**: the control itself varied by a factor of ${round(Math.max(...controls) / Math.min(...controls))}. Requests/s,
p50 and p95 say little; the CPU time of each answer, the queries, the memory and the weights hold.
`;

/** docs/performance.md, from one run. */
export function report(results) {
  const { rows, queries, weights, memory, versions, rounds, seconds } = results;
  const missed = unmet(results);
  const controls = rows.map(({ control }) => control);
  return `# Performance

Of GrandLyon Connect as a provider: \`npm run bench:connect\`, which writes docs/performance-connect.md.

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}. ${cpus().length} cores, ${Math.round(totalmem() / MIB / 1024)} GB, shared with the load generator and
PostgreSQL; Node ${process.versions.node}, Next ${versions.next}, PostgreSQL ${versions.postgres}.

10 000 residents, 50 000 requests. 16 connections, median of ${rounds} rounds of ${seconds} s per point; each point comes right after one
second of a raw node:http server (${round(Math.min(...controls))} to ${round(Math.max(...controls))} requests/s here), by which it is divided before it is compared: a
machine that is busy with something else slows both. The floor is a bare Next application (\`bench/floor\`): a page is
compared with its page of one query, the submission with its insert. Its page of 200 elements, in a frame and with a
title, is what the size of a page costs whatever stands behind it: no rendered page of that size can be faster. The worker is stopped meanwhile; access logs are on.
${warning(controls)}
${speedTable(rows, queries)}

« Queries » leaves out what each door costs: begin, set_config, commit. « Kept » pages are answered by the web process
before Next, to people who are not signed in (ADR 4); « rendered » ones are the same pages by Next, once in five seconds.

Memory after the run (peak): web ${memory.web.now} (${memory.web.peak}) MB, floor ${memory.floor.now} (${memory.floor.peak}) MB.

## First visit of the public pages

${weightTable(weights)}

## Targets

Pages at 0.6 of the floor, submission at 0.5, 8 queries a page, web under 400 MB after the run; 300 KB, 15 requests and 400 elements a page.

${missed.length === 0 ? "All met." : missed.map((line) => `* Not met. ${line}.`).join("\n")}
`;
}
