import { createServer } from "node:net";

/** Resolves to the port if it can be listened to on this loopback address, else to null. */
const tryListen = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(error.code === "EADDRINUSE" ? null : port));
    server.listen(port, host, () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });

export const isFree = async (port) =>
  (await tryListen(port, "127.0.0.1")) !== null && (await tryListen(port, "::1")) !== null;

export const freePort = () => tryListen(0, "127.0.0.1");

/** The first of `count` free ports in a row. */
export async function freePorts(count) {
  for (let tries = 0; tries < 50; tries++) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await Promise.all(Array.from({ length: count }, (_, i) => isFree(first + i)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`no ${count} free ports in a row`);
}
