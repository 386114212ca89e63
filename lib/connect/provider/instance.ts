import "server-only";
import Provider from "oidc-provider";
import { system } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/secrets";
import { transaction } from "@/lib/context";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { sendLogout } from "../commands/send-logout";
import { configurationWith } from "./configuration";
import { loadKeys } from "./keys";
import { finishLogout } from "./logout";
import { provision } from "./own-clients";
import { noteDevice } from "./session-device";

const KEYS_CHECKED_EVERY_MS = 60_000;

type Running = { provider: Provider; version: string; checkedAt: number };

// Next may load this module several times in one process: routes and pages must share one provider.
const shared = globalThis as typeof globalThis & { connectProvider?: Promise<Running> };

/** The library would call the services itself, once; here each call is a job, retried until it is answered. */
function queueLogouts(provider: Provider) {
  provider.Client.prototype.backchannelLogout = async function (accountId: string, sid: string) {
    const { clientId } = this;
    await transaction(system("connect"), (ctx) =>
      sendLogout.enqueue(ctx, { clientId, accountId, sid }),
    );
  };
}

/** For as long as it is registered, the secret before the last one is as good. */
function acceptPreviousSecret({ Client }: Provider) {
  const { compareClientSecret } = Client.prototype;
  Client.prototype.compareClientSecret = async function (actual: string) {
    if (await compareClientSecret.call(this, actual)) return true;
    const { previous_secret: previous } = this;
    return typeof previous === "string" && hashToken(previous) === hashToken(actual);
  };
}

async function build(): Promise<Running> {
  await provision();
  const { keys, version } = await loadKeys();
  const provider = new Provider(new URL(env().CONNECT_URL).origin, configurationWith(keys));
  provider.proxy = true;
  queueLogouts(provider);
  acceptPreviousSecret(provider);
  provider.use(finishLogout);
  provider.use(noteDevice);
  provider.on("server_error", ({ req }, err) => {
    log.error({ err, requestId: req.headers["x-request-id"] }, "provider fault");
  });
  return { provider, version, checkedAt: Date.now() };
}

async function refreshed(running: Running): Promise<Running> {
  if (Date.now() - running.checkedAt < KEYS_CHECKED_EVERY_MS) return running;
  const { version } = await loadKeys();
  return version === running.version ? { ...running, checkedAt: Date.now() } : build();
}

/** The OpenID provider of this process; built again within a minute after the keys were rotated. */
export async function getProvider(): Promise<Provider> {
  const next = (shared.connectProvider ?? build()).then(refreshed);
  shared.connectProvider = next;
  try {
    return (await next).provider;
  } catch (error) {
    delete shared.connectProvider;
    throw error;
  }
}
