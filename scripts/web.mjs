import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import next from "next";
import { env } from "../lib/env.ts";
import { log } from "../lib/log.ts";
import { openEntry } from "./lib/entry.mjs";
import { keepPages } from "./lib/kept-pages.mjs";
import { refuseUnreadable } from "./lib/malformed.mjs";
import { flushLog, observe } from "./lib/observe.mjs";
import { handOver } from "./lib/provider-calls.mjs";
import { sendWhole } from "./lib/send-whole.mjs";

const PORT = Number(process.env.PORT || 3000);
const LOOPBACK = ["127.0.0.1", "::1"];
const STOP_MS = 10_000;

function checkedEnv() {
  try {
    return env();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/** Both loopbacks while both hosts are local, so that nobody else on the network gets in; else all. */
function addresses({ PORTAL_URL, CONNECT_URL }) {
  if (process.env.HOST) return [process.env.HOST];
  const isLocal = [PORTAL_URL, CONNECT_URL].every((url) =>
    ["127.0.0.1", "localhost"].includes(new URL(url).hostname),
  );
  return isLocal ? LOOPBACK : [undefined];
}

const listen = (handler, host) =>
  new Promise((resolve, reject) => {
    const server = createServer(handler);
    // Longer than a load balancer keeps an idle connection (60 s): it must be the one to close.
    server.keepAliveTimeout = 65_000;
    server.once("error", (error) =>
      // A machine without IPv6 has no ::1.
      host === "::1" && error.code === "EADDRNOTAVAIL" ? resolve(null) : reject(error),
    );
    server.listen(PORT, host, () => resolve(server));
  });

const settings = checkedEnv();
const app = next({ dev: false, port: PORT });
await app.prepare();
const enter = openEntry(settings);
const answer = app.getRequestHandler();
const pages = keepPages((request, response) => {
  enter(request, response);
  return answer(request, response);
}, settings);
const handle = handOver(pages, settings);
let inFlight = 0;
// Next keeps an X-Forwarded-For that a browser made up: only a proxy of ours, told by TRUST_PROXY=1, may send one.
const isBehindProxy = process.env.TRUST_PROXY === "1";
const handler = (request, response) => {
  if (!isBehindProxy) request.headers["x-forwarded-for"] = request.socket.remoteAddress;
  inFlight++;
  response.once("close", () => inFlight--);
  observe(request, response);
  if (refuseUnreadable(request, response)) return undefined;
  sendWhole(request, response);
  return handle(request, response);
};
const servers = await Promise.all(addresses(settings).map((host) => listen(handler, host))).catch(
  (error) => {
    const busy = error.code === "EADDRINUSE";
    console.error(busy ? `Le port ${PORT} est déjà pris (PORT).` : error);
    process.exit(1);
  },
);
log.info({ port: PORT }, "web ready");

/** No new connection; the requests already here are answered, within 10 s. */
async function stop() {
  for (const server of servers) server?.close();
  for (const end = Date.now() + STOP_MS; inFlight > 0 && Date.now() < end; ) await sleep(50);
  flushLog();
  process.exit(0);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
