import "server-only";
import { and, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { identifications } from "@/db/schema/accounts";
import { system } from "@/lib/auth/actor";
import { hashToken, seal, unseal } from "@/lib/auth/secrets";
import { read, type Transaction, transaction } from "@/lib/context";
import { conflict } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { authorizationUrl, newRandom } from "@/lib/integrations/franceconnect";
import type { CertifiedPerson, IdentificationPurpose } from "../model/civil-identity";
import { IDENTIFY_NETWORK, takeTurn } from "./limits";

const connect = system("franceconnect");

/** FranceConnect itself gives up after ten minutes. */
const AWAY_MINUTES = 15;
/** To choose an e-mail, read a mail, find a password. */
const CHOICE_MINUTES = 45;

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

const SEALED_FOR = "franceconnect-person";
const sealed = (person: CertifiedPerson) => seal(SEALED_FOR, JSON.stringify(person));
const opened = (person: string): CertifiedPerson => JSON.parse(unseal(SEALED_FOR, person));

export const STALE =
  "Trop de temps a passé, ou cette étape est déjà finie. Identifiez-vous de nouveau avec FranceConnect.";

type Start = {
  purpose: IdentificationPurpose;
  accountId: string | null;
  suite: string;
  browser: string;
  /** « Cet appareil est partagé » */
  isShared?: boolean;
};

/** Where to send this browser, which alone will be able to come back. `browser`: what its cookie holds. */
export async function startIdentification(
  { browser, ...start }: Start,
  network: string,
): Promise<string> {
  await takeTurn(
    [[IDENTIFY_NETWORK, network]],
    (wait) => `Trop d’essais à la suite. Réessayez dans ${wait}.`,
  );
  const sent = { state: newRandom(), nonce: newRandom() };
  const isAskedAgain = start.purpose === "confirm";
  const url = await authorizationUrl({ ...sent, isAskedAgain });
  await transaction(connect, async (ctx) => {
    const [row] = await ctx.db
      .insert(identifications)
      .values({
        ...start,
        nonce: sent.nonce,
        stateHash: hashToken(sent.state),
        browserHash: hashToken(browser),
        expiresAt: inMinutes(AWAY_MINUTES),
      })
      .returning({ id: identifications.id });
    if (!row) throw new Error("no identification");
    await recordEvent(ctx, "identity.ask", row.id, { purpose: start.purpose });
  });
  return url;
}

/** The identification that this answer is for, in the browser that asked for it: once. Null for any other. */
export const takeAnswer = async (state: string, browser: string) => {
  const [taken] = await transaction(connect, ({ db }) =>
    db
      .update(identifications)
      .set({ answeredAt: sql`now()` })
      .where(
        and(
          eq(identifications.stateHash, hashToken(state)),
          eq(identifications.browserHash, hashToken(browser)),
          isNull(identifications.answeredAt),
          gt(identifications.expiresAt, sql`now()`),
        ),
      )
      .returning(),
  );
  return taken ?? null;
};

/** Keeps who came back while a choice is left to make. */
export const keepPerson = ({ db }: Transaction, id: string, person: CertifiedPerson) =>
  db
    .update(identifications)
    .set({ person: sealed(person), expiresAt: inMinutes(CHOICE_MINUTES) })
    .where(eq(identifications.id, id));

/** Nothing is left of who came back; of two who finish at the same time, one goes on. */
export const finishIdentification = async ({ db }: Transaction, id: string) => {
  const [finished] = await db
    .update(identifications)
    .set({ person: null, finishedAt: sql`now()` })
    .where(and(eq(identifications.id, id), isNull(identifications.finishedAt)))
    .returning({ id: identifications.id });
  if (!finished) throw conflict(STALE);
};

/** The way out through FranceConnect's own sign-out: a state of its own, and where to land. */
export const awaitSignOut = async (id: string, landing: string) => {
  const state = newRandom();
  await transaction(connect, ({ db }) =>
    db
      .update(identifications)
      .set({ stateHash: hashToken(state), landing })
      .where(eq(identifications.id, id)),
  );
  return state;
};

/**
 * The same for a session that ends now, in whatever browser: where it lands is ours or its service's, and this browser
 * may no longer have the cookie of its way in.
 */
export const awaitLeaving = async (landing: string) => {
  const state = newRandom();
  await transaction(connect, ({ db }) =>
    db.insert(identifications).values({
      purpose: "sign-out",
      suite: "/compte",
      landing,
      stateHash: hashToken(state),
      browserHash: "",
      nonce: "",
      answeredAt: sql`now()`,
      expiresAt: inMinutes(AWAY_MINUTES),
    }),
  );
  return state;
};

/** Where somebody signed out of FranceConnect goes on; null unless this browser was sent there, or left for good. */
export const findLanding = async (state: string, browser: string) => {
  const [row] = await read(connect, (db) =>
    db
      .select({ landing: identifications.landing })
      .from(identifications)
      .where(
        and(
          eq(identifications.stateHash, hashToken(state)),
          or(
            eq(identifications.browserHash, hashToken(browser)),
            eq(identifications.purpose, "sign-out"),
          ),
          isNotNull(identifications.answeredAt),
          gt(identifications.expiresAt, sql`now()`),
        ),
      ),
  );
  return row?.landing ?? null;
};

/** Who is waiting for a choice in this browser, by the id of the identification or of the code it sent; or null. */
export const findWaiting = async (by: { id: string } | { codeId: string }, browser: string) => {
  const which = "id" in by ? eq(identifications.id, by.id) : eq(identifications.codeId, by.codeId);
  const [row] = await read(connect, (db) =>
    db
      .select()
      .from(identifications)
      .where(
        and(
          which,
          eq(identifications.browserHash, hashToken(browser)),
          isNotNull(identifications.person),
          gt(identifications.expiresAt, sql`now()`),
        ),
      ),
  );
  return row?.person ? { ...row, person: opened(row.person) } : null;
};

export const getWaiting = async (by: Parameters<typeof findWaiting>[0], browser: string) => {
  const waiting = await findWaiting(by, browser);
  if (!waiting) throw conflict(STALE);
  return waiting;
};
