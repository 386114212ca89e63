import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { mandates } from "@/db/schema/mandates";
import { takeMailTurn } from "@/lib/accounts/commands/limits";
import { fullName } from "@/lib/accounts/model";
import { getAccount } from "@/lib/accounts/queries";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { answerBy, otherSide } from "../model";
import { getMandate, listServices, listTreatingOrganisations } from "../queries";
import type { AskMandateInput } from "../schemas";
import { tellBoth, writeTo } from "./both-sides";
import { agreeForMandate } from "./person-agrees";

/** Only what may be named: whoever forges a box gets nothing more. */
async function checkNamed({ clientIds, organisationIds }: AskMandateInput) {
  const [services, organisations] = [await listServices(), await listTreatingOrganisations()];
  const known = (list: readonly { id: string }[], ids: readonly string[]) =>
    ids.every((id) => list.some((one) => one.id === id));
  if (!known(services, clientIds)) throw invalid({ clientIds: "Choisissez parmi ces services." });
  if (!known(organisations, organisationIds))
    throw invalid({ organisationIds: "Choisissez parmi ces collectivités." });
}

const sameArray = (column: unknown, values: readonly string[], type: string) =>
  sql`${column} = ${sql.param([...values])}::${sql.raw(type)}[]`;

/** A click made twice: the first one asked. */
async function findJustAsked({ db, actor }: Transaction, input: AskMandateInput) {
  const [asked] = await db
    .select({ id: mandates.id })
    .from(mandates)
    .where(
      and(
        eq(mandates.inviterId, actor.id),
        eq(mandates.askedBy, input.side),
        eq(mandates.inviteeEmail, input.email),
        eq(mandates.duration, input.duration),
        eq(mandates.status, "asked"),
        gt(mandates.answerBy, sql`now()`),
        sameArray(mandates.clientIds, input.clientIds, "text"),
        sameArray(mandates.organisationIds, input.organisationIds, "uuid"),
      ),
    );
  return asked?.id ?? null;
}

const takeTurn = ({ db, actor }: Transaction) =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mandate:${actor.id}`}, 0))`);

async function insertAsked(ctx: Transaction, input: AskMandateInput, inviterName: string) {
  const { side, email, kind, structure, clientIds, organisationIds, duration } = input;
  const id = crypto.randomUUID();
  await ctx.db.insert(mandates).values({
    id,
    askedBy: side,
    inviterId: ctx.actor.id,
    inviterName,
    inviteeEmail: email,
    kind,
    structure,
    clientIds,
    organisationIds,
    duration,
    answerBy: answerBy(new Date()),
  });
  await tellBoth(ctx, "mandate.ask", await getMandate(ctx, id));
  await writeTo(ctx, id, otherSide(side), "asked");
  return id;
}

/**
 * Asks the holder of a mailbox: to help (`side` person) or to be helped (helper). Whether they have an account is not
 * looked at; nothing holds before they accept (code civil, art. 1984 and 1985). Pressed twice, it asks once.
 */
export async function askMandate(ctx: Context, input: AskMandateInput, network: string) {
  // recordEvent( in insertAsked.
  const { actor } = ctx;
  if (actor.kind !== "account") throw forbidden();
  const account = await getAccount(ctx, actor.id);
  if (account.email === input.email)
    throw invalid({ email: "C’est votre propre adresse. Écrivez celle de l’autre personne." });
  await checkNamed(input);
  const known = await transaction(ctx, (ctx) => findJustAsked(ctx, input));
  if (known) return known;
  await takeMailTurn(input.email, network);
  return transaction(ctx, async (ctx) => {
    await takeTurn(ctx);
    const first = await findJustAsked(ctx, input);
    if (first) return first;
    await checkRoom(ctx);
    const id = await insertAsked(ctx, input, fullName(account));
    if (input.side === "person") await agreeForMandate(ctx, input.clientIds);
    return id;
  });
}

const MOST_ASKED = 50;

/** A mediator helps many people; a machine asks many more. */
async function checkRoom({ db, actor }: Transaction) {
  const waiting = await db.$count(
    mandates,
    and(eq(mandates.inviterId, actor.id), eq(mandates.status, "asked")),
  );
  if (waiting >= MOST_ASKED)
    throw conflict(
      "Trop de propositions attendent une réponse. Annulez-en avant d’en faire d’autres.",
    );
}
