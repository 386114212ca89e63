import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import autocannon from "autocannon";

const CONNECTIONS = 16;

const percentile = (sorted, p) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;

/** Loads one address for some seconds; requests/s of the expected answers, p50 and p95 in ms. */
export function load({ url, status = 200, seconds, requests }) {
  const times = [];
  let wrong = 0;
  return new Promise((resolve, reject) => {
    const startedAt = Date.now();
    const run = autocannon(
      {
        url,
        connections: CONNECTIONS,
        duration: seconds,
        timeout: 30,
        ...(requests && { requests }),
      },
      (error) => {
        if (error) return reject(error);
        const took = (Date.now() - startedAt) / 1_000;
        times.sort((a, b) => a - b);
        const perSecond = times.length / took;
        resolve({ perSecond, p50: percentile(times, 0.5), p95: percentile(times, 0.95), wrong });
      },
    );
    run.on("response", (_client, code, _bytes, ms) => (code === status ? times.push(ms) : wrong++));
  });
}

/** A raw node:http server of this process: what the machine can do at this moment. */
export async function openControl() {
  const server = createServer((_, response) => response.end("ok")).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return { measure: () => load({ url, seconds: 1 }), close: () => server.close() };
}

/** Peak resident memory of a process, in MB. */
export const peakMemory = (pid) =>
  Math.round(
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024,
  );

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
