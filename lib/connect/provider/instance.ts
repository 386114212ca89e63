import "server-only";
import type { Context } from "koa";
import Provider from "oidc-provider";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { adapt } from "./adapt";
import { oneDoor } from "./call";
import { noteAnswer, watchCalls } from "./calls";
import { configurationWith } from "./configuration";
import { explainErrors } from "./errors";
import { postBack } from "./form-post";
import { acceptPosts } from "./front-channel";
import { loadKeys } from "./keys";
import { finishLogout } from "./logout";
import { provision } from "./own-clients";
import { noteDevice } from "./session-device";
import { tryClient } from "./trials";

const KEYS_CHECKED_EVERY_MS = 60_000;

type Running = {
  provider: Provider;
  callback: ReturnType<Provider["callback"]>;
  version: string;
  checkedAt: number;
};

// Next may load this module several times in one process: routes and pages must share one provider.
const shared = globalThis as typeof globalThis & { connectProvider?: Promise<Running> };

async function build(): Promise<Running> {
  await provision();
  const { keys, version } = await loadKeys();
  const provider = new Provider(new URL(env().CONNECT_URL).origin, configurationWith(keys));
  provider.proxy = true;
  adapt(provider);
  provider.use(postBack);
  provider.use(explainErrors);
  provider.use(acceptPosts);
  provider.use(finishLogout);
  provider.use(noteDevice);
  provider.use(tryClient);
  provider.use(noteAnswer);
  provider.use(oneDoor);
  watchCalls(provider);
  const tell = (err: Error, { req }: Context) =>
    log.error({ err, requestId: req.headers["x-request-id"] }, "provider fault");
  provider.on("server_error", (ctx, err) => tell(err, ctx));
  // Koa would print it, with the values of a failed query.
  (provider as NodeJS.EventEmitter).on("error", tell);
  return { provider, callback: provider.callback(), version, checkedAt: Date.now() };
}

async function refreshed(running: Running): Promise<Running> {
  if (Date.now() - running.checkedAt < KEYS_CHECKED_EVERY_MS) return running;
  const { version } = await loadKeys();
  return version === running.version ? { ...running, checkedAt: Date.now() } : build();
}

async function getRunning(): Promise<Running> {
  const next = (shared.connectProvider ?? build()).then(refreshed);
  shared.connectProvider = next;
  try {
    return await next;
  } catch (error) {
    delete shared.connectProvider;
    throw error;
  }
}

/** The OpenID provider of this process; built again within a minute after the keys were rotated. */
export const getProvider = async () => (await getRunning()).provider;

/** What answers its requests. */
export const getProviderCallback = async () => (await getRunning()).callback;
