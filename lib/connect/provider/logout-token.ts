import "server-only";
import { importJWK, SignJWT } from "jose";
import { env } from "@/lib/env";
import { postForm } from "@/lib/integrations/outbound";
import { findClient } from "../queries";
import { resolveAddress } from "./clients";
import { loadKeys } from "./keys";
import { subjectFor } from "./subjects";

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
const LIFETIME_SECONDS = 120;

type Ended = { clientId: string; accountId: string; sid: string };

/** A logout token (OpenID Connect Back-Channel Logout 1.0 §2.4), signed like the client's id tokens. */
export async function logoutToken(
  { clientId, accountId, sid }: Ended,
  alg: string,
  sector: string,
) {
  const { keys } = await loadKeys();
  const key = keys.find((candidate) => candidate.alg === alg);
  if (!key) throw new Error(`no ${alg} key`);
  const { kid = "" } = key;
  return new SignJWT({ sid, events: { [EVENT]: {} } })
    .setProtectedHeader({ alg, kid, typ: "logout+jwt" })
    .setIssuer(new URL(env().CONNECT_URL).origin)
    .setAudience(clientId)
    .setSubject(await subjectFor(accountId, sector))
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(await importJWK(key, alg));
}

/** Throws when the service does not acknowledge: the worker tries again later. */
export async function sendLogoutToken(ended: Ended) {
  const client = await findClient(ended.clientId);
  const address = client?.settings.backchannelLogoutUri;
  if (!client || !address) return;
  const token = await logoutToken(ended, client.settings.alg, client.sector);
  const status = await postForm(resolveAddress(address), { logout_token: token });
  if (status !== 200 && status !== 204) throw new Error(`${ended.clientId} answered ${status}`);
}
