import "server-only";
import type { KoaContextWithOIDC, default as Provider } from "oidc-provider";
import { system } from "@/lib/auth/actor";
import { hashToken } from "@/lib/auth/secrets";
import { transaction } from "@/lib/context";
import { sendLogout } from "../commands/send-logout";
import { AlreadySeen } from "./adapter";
import { toldLevel } from "./level";

/** The library would call the services itself, once; here each call is a job, retried until it is answered. */
function queueLogouts({ Client }: Provider) {
  Client.prototype.backchannelLogout = async function (accountId: string, sid: string) {
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

/** Every id token names its session: given back at sign-out, it proves that nobody need be asked. */
function nameSessions({ Client }: Provider) {
  Client.prototype.includeSid = () => true;
}

/** Of proofs and assertions used twice at the same instant, one is the first. */
function seeOnce({ ReplayDetection }: Provider) {
  const { unique } = ReplayDetection;
  ReplayDetection.unique = async function (iss: string, jti: string, exp: number) {
    try {
      return await unique.call(this, iss, jti, exp);
    } catch (error) {
      if (error instanceof AlreadySeen) return false;
      throw error;
    }
  };
}

/** A session may reach several levels: told is the one that was asked for. */
function tellLevel({ OIDCContext }: Provider) {
  Object.defineProperty(OIDCContext.prototype, "acr", {
    get(this: InstanceType<Provider["OIDCContext"]>) {
      return toldLevel(this as KoaContextWithOIDC["oidc"]);
    },
  });
}

/** What Connect wants otherwise than the library does it. */
export function adapt(provider: Provider) {
  queueLogouts(provider);
  acceptPreviousSecret(provider);
  nameSessions(provider);
  seeOnce(provider);
  tellLevel(provider);
}
