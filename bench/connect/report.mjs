import { cpus } from "node:os";
import { ACCOUNTS, ARTIFACTS } from "./data.mjs";

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
const number = (value) => value.toLocaleString("en").replaceAll(",", " ");

function rowOf(rounds, name) {
  const of = (side, key) => median(rounds.map((each) => each[`${name}|${side}`][key]));
  const score = (side) =>
    median(
      rounds.map((each) => {
        const { perSecond, control } = each[`${name}|${side}`];
        return perSecond / control;
      }),
    );
  const wrong = rounds.reduce((sum, each) => sum + each[`${name}|ours`].wrong, 0);
  const cpu = (side) => rounds.some((each) => each[`${name}|${side}`].cpuMs) && of(side, "cpuMs");
  return { name, of, cpu, wrong, scores: [score("ours"), score("bare")] };
}

const cpuText = ({ cpu }) =>
  cpu("ours") ? `${cpu("ours").toFixed(2)} / ${cpu("bare").toFixed(2)}` : "";

const lineOf = ({ name, of, scores: [ours, bare], ...row }) =>
  `| ${name} | ${round(of("ours", "perSecond"))} | ${round(of("ours", "p50"))} | ${round(of("ours", "p95"))} | ${round(of("bare", "perSecond"))} | ${round(of("bare", "p95"))} | ${cpuText(row)} | ${(ours / bare).toFixed(2)} |`;

/** One token call and one userinfo call after the other: time per pair, ours and the bare provider's. */
function pairRatio(rows) {
  const pair = rows.filter(({ name }) => /^(Token|Userinfo)/.test(name));
  const time = (side) => pair.reduce((sum, { scores }) => sum + 1 / scores[side], 0);
  return time(1) / time(0);
}

const p95Of = (slices) => slices.map(({ p95 }) => p95);

function purgeText({ expired, left, seconds, before, during }) {
  const [quiet, busy, worst] = [
    median(p95Of(before)),
    median(p95Of(during)),
    Math.max(...p95Of(during)),
  ];
  return `${number(expired)} artifacts that had run out, one in twenty a session, were removed in ${round(seconds)} s (${number(left)} left) while userinfo was
called at half of what it can do. p95 of userinfo, in slices of two seconds: ${round(quiet)} ms before, ${round(busy)} ms meanwhile (median of ${during.length}),
${round(worst)} ms at worst. No bump (a quarter more at most): ${busy <= 1.25 * quiet ? "met" : "not met"}.`;
}

/** docs/performance-connect.md, from one run. */
export function report({ names, rounds, purge, busy, seconds }) {
  const rows = names.map((name) => rowOf(rounds, name));
  const ratio = pairRatio(rows);
  const wrong = rows.filter((row) => row.wrong > 0);
  return `# Performance of GrandLyon Connect

Written by \`npm run bench:connect\` on ${new Date().toISOString().slice(0, 10)}. ${cpus().length} cores, shared with the load generator, PostgreSQL and whatever else ran;
Node ${process.versions.node}. Load average when the measures began: ${busy.toFixed(1)}, of which the making of the data is a part.

${number(ACCOUNTS)} accounts and ${number(ARTIFACTS)} artifacts (tokens, grants, sessions) in PostgreSQL. Beside it, in the same run, a bare oidc-provider on node:http
with its in-memory adapter (\`bench/connect/bare.mjs\`), which signs everybody in without asking. Median of ${rounds.length} rounds of ${seconds} s; rates are
divided by those of a raw node:http server just before, then compared. Eight browsers sign in at once, sixteen connections
call token and userinfo. A sign-in is everything from the service to its tokens: authorization code with PKCE, our forms, redirects, token call.

| | ours, /s | p50, ms | p95, ms | bare, /s | p95, ms | CPU of the process, ms (ours / bare) | ratio |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map(lineOf).join("\n")}

« Password asked » verifies an argon2id hash and writes the sign-in in the journal; « session open » is single sign-on.

Token and userinfo together, one after the other: **${ratio.toFixed(2)}** of the bare provider (0.5 wanted): ${ratio >= 0.5 ? "met" : "not met"}.
${wrong.map(({ name, wrong: count }) => `\n${name}: ${count} unexpected answers.\n`).join("")}
## Removing what has run out

${purgeText(purge)}
`;
}
