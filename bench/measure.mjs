import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import autocannon from "autocannon";

const CONNECTIONS = 16;

export const percentile = (sorted, p) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;

const TICKS_PER_SECOND = 100;

/** CPU seconds that a process has used so far. */
function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/**
 * Loads one address, for some seconds or for an `amount` of requests, as fast as it answers or at a
 * `rate` of so many a second. Requests/s of the expected answers, p50 and p95 in ms, and the CPU time that the process `pid` spent on each, in ms.
 */
export function load({ url, pid, status = 200, seconds, amount, rate, requests }) {
  const times = [];
  let wrong = 0;
  const limit = {
    ...(amount ? { amount } : { duration: seconds }),
    ...(rate && { overallRate: rate }),
  };
  const cpu = pid ? cpuSeconds(pid) : 0;
  const startedAt = Date.now();
  // autocannon tells the end up to a second late.
  let lastAt = startedAt;
  return new Promise((resolve, reject) => {
    const options = { url, connections: CONNECTIONS, timeout: 30, ...limit };
    const run = autocannon({ ...options, ...(requests && { requests }) }, (error) => {
      if (error) return reject(error);
      times.sort((a, b) => a - b);
      const cpuMs = pid ? ((cpuSeconds(pid) - cpu) * 1_000) / Math.max(1, times.length + wrong) : 0;
      resolve({
        perSecond: (times.length * 1_000) / Math.max(1, lastAt - startedAt),
        p50: percentile(times, 0.5),
        p95: percentile(times, 0.95),
        cpuMs,
        wrong,
      });
    });
    run.on("response", (_client, code, _bytes, ms) => {
      lastAt = Date.now();
      if (code === status) times.push(ms);
      else wrong++;
    });
  });
}

/** A raw node:http server of this process: what the machine can do at this moment. */
export async function openControl() {
  const server = createServer((_, response) => response.end("ok")).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return { measure: () => load({ url, seconds: 1 }), close: () => server.close() };
}

/** Resident memory of a process, in MB: now, and at its peak. */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

const ENTITIES = { "&amp;": "&", "&quot;": '"', "&#x27;": "'", "&lt;": "<", "&gt;": ">" };
const decoded = (text) => text.replace(/&(?:amp|quot|#x27|lt|gt);/g, (entity) => ENTITIES[entity]);
const attribute = (tag, name) => decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** The hidden fields of the form that has a `reference`, as a browser without JavaScript sends them. */
export async function hiddenFields(url, cookie) {
  const html = await (await fetch(url, { headers: { cookie } })).text();
  const form = html.split("<form").find((part) => part.includes('name="reference"')) ?? "";
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    attribute(tag, "name"),
    attribute(tag, "value"),
  ]);
}

const BOUNDARY = "----guichet-bench";

export const multipart = (fields) => ({
  headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
  body: `${fields
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("")}--${BOUNDARY}--\r\n`,
});
