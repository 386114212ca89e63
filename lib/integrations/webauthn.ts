import "server-only";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { NewCredential, SignedCredential } from "@/lib/accounts/schemas/passkeys";
import { env } from "@/lib/env";

const TIMEOUT_MS = 300_000;
/** EdDSA, ES256, RS256 (COSE). */
const ALGORITHMS = [-8, -7, -257];

const origin = () => new URL(env().CONNECT_URL).origin;
/** A host name: an address cannot have passkeys. */
const rpId = () => new URL(env().CONNECT_URL).hostname;

/** What an authenticator knows an account by. */
const handleOf = (accountId: string) => Buffer.from(accountId.replaceAll("-", ""), "hex");

export const isHandleOf = (accountId: string, handle: string) =>
  Buffer.from(handle, "base64url").equals(handleOf(accountId));

type Owner = { id: string; email: string; name: string };
type Known = { id: string; transports: string[] };

/** What the browser needs to make a passkey: kept by the authenticator, behind its own lock. */
export const creationOptions = ({ id, email, name }: Owner, known: readonly Known[]) =>
  generateRegistrationOptions({
    rpName: env().ACCOUNT_NAME,
    rpID: rpId(),
    userName: email,
    userDisplayName: name,
    userID: new Uint8Array(handleOf(id)),
    timeout: TIMEOUT_MS,
    attestationType: "none",
    excludeCredentials: [...known],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });

/** What the browser needs to sign; without `known`, whichever passkey of ours its owner chooses. */
export const signatureOptions = (known: readonly Known[] = []) =>
  generateAuthenticationOptions({
    rpID: rpId(),
    timeout: TIMEOUT_MS,
    allowCredentials: [...known],
    userVerification: "required",
  });

/** The new credential, or null when it is not what was asked for. */
export async function readNewCredential(response: NewCredential, challenge: string) {
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin(),
    expectedRPID: rpId(),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { credential: made, credentialDeviceType } = checked.registrationInfo;
  return {
    credentialId: made.id,
    publicKey: Buffer.from(made.publicKey).toString("base64url"),
    counter: made.counter,
    transports: response.response.transports,
    isSynced: credentialDeviceType === "multiDevice",
  };
}

type Stored = { credentialId: string; publicKey: string; counter: number };

/** The new count of signatures, or null when it is not this passkey's signature of what was asked for. */
export async function readSignature(
  response: SignedCredential,
  challenge: string,
  { credentialId, publicKey, counter }: Stored,
) {
  const { userHandle: _, ...withoutHandle } = response.response;
  const checked = await verifyAuthenticationResponse({
    response: { ...response, response: withoutHandle },
    expectedChallenge: challenge,
    expectedOrigin: origin(),
    expectedRPID: rpId(),
    requireUserVerification: true,
    credential: {
      id: credentialId,
      publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")),
      counter,
    },
  }).catch(() => null);
  return checked?.verified ? checked.authenticationInfo.newCounter : null;
}
