import "server-only";
import { system } from "@/lib/auth/actor";
import { type Transaction, transaction } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { FranceConnectFault, identify } from "@/lib/integrations/franceconnect";
import type { AssuranceLevel, CertifiedPerson } from "../model/civil-identity";
import { finishIdentification, keepPerson, takeAnswer } from "./identifications";
import {
  findHolder,
  findRecoverable,
  linkIdentity,
  lockPerson,
  tellIdentity,
  touchIdentity,
} from "./link-identity";
import { noteSignIn } from "./second-step";

type Identification = NonNullable<Awaited<ReturnType<typeof takeAnswer>>>;

export type Outcome =
  /** Their account, found by who they are. */
  | { kind: "signed-in"; accountId: string; acr: AssuranceLevel }
  /** Nobody's account yet: an e-mail is to be chosen. */
  | { kind: "new" }
  | { kind: "certified" }
  /** The owner of the account that is signed in, who proved it again. */
  | { kind: "confirmed" }
  /** This person certified another account before. */
  | { kind: "other-account" }
  /** Their certified account was found: a mailbox is to be chosen for it. */
  | { kind: "recover" }
  /** Nobody of this identity has a certified account. */
  | { kind: "unknown" }
  /** This account is certified for another person. */
  | { kind: "somebody-else" }
  | { kind: "signed-out" }
  | { kind: "fault"; fault: FranceConnectFault };

/** Null: this answer is for nobody here. Otherwise what it was for, what became of it, and the session to close. */
export type Return = {
  id: string;
  purpose: Identification["purpose"];
  suite: string;
  isShared: boolean;
  idToken: string | null;
  outcome: Outcome;
} | null;

async function signIn(ctx: Transaction, id: string, person: CertifiedPerson): Promise<Outcome> {
  await lockPerson(ctx, person);
  const holder = await findHolder(ctx, person);
  if (!holder) {
    await keepPerson(ctx, id, person);
    return { kind: "new" };
  }
  await touchIdentity(ctx, holder.id, person);
  await finishIdentification(ctx, id);
  await noteSignIn(ctx, holder.id, { with: "franceconnect", acr: person.acr });
  return { kind: "signed-in", accountId: holder.id, acr: person.acr };
}

async function recover(ctx: Transaction, id: string, person: CertifiedPerson): Promise<Outcome> {
  if (!(await findRecoverable(ctx, person))) return { kind: "unknown" };
  await keepPerson(ctx, id, person);
  return { kind: "recover" };
}

async function certify(
  ctx: Transaction,
  id: string,
  accountId: string,
  person: CertifiedPerson,
): Promise<Outcome> {
  await lockPerson(ctx, person);
  const holder = await findHolder(ctx, person);
  if (holder && holder.id !== accountId) {
    await keepPerson(ctx, id, person);
    return { kind: "other-account" };
  }
  await linkIdentity(ctx, accountId, person);
  // A stolen session must not join somebody else's FranceConnect in silence.
  if (!holder) await tellIdentity(ctx, accountId, "linked");
  await finishIdentification(ctx, id);
  return { kind: "certified" };
}

/** Only the person that this account is certified for: nothing is joined to it. */
async function confirm(
  ctx: Transaction,
  id: string,
  accountId: string,
  person: CertifiedPerson,
): Promise<Outcome> {
  await finishIdentification(ctx, id);
  const holder = await findHolder(ctx, person);
  return { kind: holder?.id === accountId ? "confirmed" : "somebody-else" };
}

const settle = (
  { id, purpose, accountId }: Identification,
  signedIn: string | null,
  person: CertifiedPerson,
): Promise<Outcome> =>
  transaction(system("franceconnect"), async (ctx): Promise<Outcome> => {
    if (purpose === "sign-in") return signIn(ctx, id, person);
    if (purpose === "recover") return recover(ctx, id, person);
    // Whoever started may have left, or somebody else may have signed in since.
    if (!accountId || accountId !== signedIn) return { kind: "signed-out" };
    return purpose === "confirm"
      ? confirm(ctx, id, accountId, person)
      : certify(ctx, id, accountId, person);
  }).catch((error: unknown): Outcome => {
    if (error instanceof DomainError) return { kind: "somebody-else" };
    throw error;
  });

/**
 * Takes what FranceConnect answered this browser: `search` is the query of the address it came back to, `signedIn` the
 * account of its session. The code is exchanged once, whatever becomes of it.
 */
export async function comeBack(
  search: string,
  browser: string,
  signedIn: string | null,
): Promise<Return> {
  const state = new URLSearchParams(search).get("state") ?? "";
  const taken = await takeAnswer(state, browser);
  if (!taken) return null;
  const { id, purpose, suite, isShared, nonce } = taken;
  const way = { id, purpose, suite, isShared };
  const person = await identify(search, { state, nonce }).catch((error: unknown) => {
    if (error instanceof FranceConnectFault) return error;
    throw error;
  });
  if (person instanceof FranceConnectFault)
    return { ...way, idToken: null, outcome: { kind: "fault", fault: person } };
  const outcome = await settle(taken, signedIn, person);
  return { ...way, idToken: person.idToken, outcome };
}
