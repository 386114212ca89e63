import "server-only";
import { importJWK, SignJWT } from "jose";
import { env } from "@/lib/env";
import { NotPublic, postForm } from "@/lib/integrations/outbound";
import type { LogoutFault } from "../model";
import { findClient } from "../queries";
import { resolveAddress } from "./clients";
import { loadKeys } from "./keys";
import { subjectFor } from "./subjects";

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
const LIFETIME_SECONDS = 120;

/** OpenID RISC 1.0 §2.2: the account is gone, and its identifier is not given to anybody else. */
const CLOSED = "https://schemas.openid.net/secevent/risc/event-type/account-purged";

type Ended = {
  clientId: string;
  accountId: string;
  sid?: string | undefined;
  isClosed?: boolean | undefined;
};

/** A logout token (OpenID Connect Back-Channel Logout 1.0 §2.4), signed like the client's id tokens. */
export async function logoutToken(
  { clientId, accountId, sid, isClosed }: Ended,
  alg: string,
  sector: string,
) {
  const { keys } = await loadKeys();
  const key = keys.find((candidate) => candidate.alg === alg);
  if (!key) throw new Error(`no ${alg} key`);
  const { kid = "" } = key;
  const events = { [EVENT]: {}, ...(isClosed ? { [CLOSED]: {} } : {}) };
  return new SignJWT({ ...(sid ? { sid } : {}), events })
    .setProtectedHeader({ alg, kid, typ: "logout+jwt" })
    .setIssuer(new URL(env().CONNECT_URL).origin)
    .setAudience(clientId)
    .setSubject(await subjectFor(accountId, sector))
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(await importJWK(key, alg));
}

const FAULTS: Record<string, LogoutFault> = {
  ABORT_ERR: "timeout",
  ECONNREFUSED: "refused",
  ENOTFOUND: "unknown_host",
  EAI_AGAIN: "unknown_host",
};

function faultOf(error: unknown): LogoutFault {
  if (error instanceof NotPublic) return "private_address";
  const { code = "", name } = error as NodeJS.ErrnoException;
  if (name === "AbortError" || name === "TimeoutError") return "timeout";
  return FAULTS[code] ?? (/CERT|SSL|TLS/.test(code) ? "tls" : "unreachable");
}

/** What the service did with it; `not-asked` when it wants no logout token, or is no service any more. */
export async function sendLogoutToken(
  ended: Ended,
): Promise<LogoutFault | "acknowledged" | "not-asked"> {
  const client = await findClient(ended.clientId);
  const address = client?.settings.backchannelLogoutUri;
  if (!client || !address) return "not-asked";
  const {
    alg,
    backchannelLogoutSessionRequired: withSid = true,
    hearsOfClosures,
  } = client.settings;
  if (ended.isClosed && !hearsOfClosures) return "not-asked";
  const named = withSid ? ended : { ...ended, sid: undefined };
  const token = await logoutToken(named, alg, client.sector);
  try {
    const isSandbox = client.environment === "sandbox";
    const status = await postForm(resolveAddress(address), { logout_token: token }, { isSandbox });
    return status === 200 || status === 204 ? "acknowledged" : `status_${status}`;
  } catch (error) {
    return faultOf(error);
  }
}
