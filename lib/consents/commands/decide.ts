import "server-only";
import { consentRecords } from "@/db/schema/consents";
import { revokeAccess } from "@/lib/connect/commands/revoke-access";
import { type Context, type Transaction, transaction } from "@/lib/context";
import { notFound } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { agreedItems, type ConsentAct, type ConsentPlace, consentText, expiryOf } from "../model";
import { type ActiveConsent, findActiveConsent, findNotice, listConsents } from "../queries";

type Decision = { accountId: string; clientId: string; place: ConsentPlace };

type Entry = Decision & {
  act: ConsentAct;
  noticeId: string;
  items: string[];
  text: string;
  expiresAt: Date | null;
};

/** One more link of the chain; the trigger gives its number, its time and its hash. */
async function append({ db }: Transaction, entry: Entry) {
  const [written] = await db
    .insert(consentRecords)
    .values(entry)
    .returning({ id: consentRecords.id, seq: consentRecords.seq, hash: consentRecords.hash });
  if (!written) throw new Error("the ledger refused a record");
  return written;
}

async function getNotice(ctx: Transaction, clientId: string) {
  const found = await findNotice(ctx, clientId);
  if (!found) throw notFound("Service");
  return found;
}

/** Records an agreement: the required items and those ticked. What the service held before ends with it. */
export function giveConsent(ctx: Context, decision: Decision & { ticked: readonly string[] }) {
  return transaction(ctx, async (ctx) => {
    const { accountId, clientId, place } = decision;
    const { id: noticeId, notice } = await getNotice(ctx, clientId);
    const agreed = agreedItems(notice, decision.ticked);
    const written = await append(ctx, {
      accountId,
      clientId,
      place,
      act: "given",
      noticeId,
      items: agreed.map(({ id }) => id),
      text: consentText(notice, agreed),
      expiresAt: expiryOf(notice, new Date()),
    });
    await revokeAccess(ctx, accountId, clientId);
    await recordEvent(ctx, "consent.give", accountId, { clientId, ...written });
    return written;
  });
}

/** Records a refusal: nothing was shared, an agreement given before stands. */
export function refuseConsent(ctx: Context, decision: Decision) {
  return transaction(ctx, async (ctx) => {
    const { id: noticeId, notice } = await getNotice(ctx, decision.clientId);
    const entry = { noticeId, items: [], text: consentText(notice, []), expiresAt: null };
    const written = await append(ctx, { ...decision, ...entry, act: "refused" });
    await recordEvent(ctx, "consent.refuse", decision.accountId, {
      clientId: decision.clientId,
      ...written,
    });
  });
}

async function withdraw(ctx: Transaction, decision: Decision, consent: ActiveConsent) {
  const { noticeId, text } = consent;
  const entry = { noticeId, items: [...consent.items], text, expiresAt: null };
  const written = await append(ctx, { ...decision, ...entry, act: "withdrawn" });
  await revokeAccess(ctx, decision.accountId, decision.clientId);
  return written;
}

/** Ends an agreement and, in the same transaction, every token it opened. Withdrawing twice changes nothing. */
export function withdrawConsent(ctx: Context, decision: Decision) {
  return transaction(ctx, async (ctx) => {
    const { accountId, clientId } = decision;
    const consent = await findActiveConsent(ctx, accountId, clientId);
    if (!consent) return;
    const written = await withdraw(ctx, decision, consent);
    await recordEvent(ctx, "consent.withdraw", accountId, { clientId, ...written });
  });
}

/** The account is closed: nothing it agreed to stands. Joins the caller's transaction. */
export function withdrawAll(ctx: Context, accountId: string) {
  // recordEvent( in withdrawConsent, for each.
  return transaction(ctx, async (ctx) => {
    const standing = (await listConsents(ctx, accountId)).filter(
      ({ status }) => status === "active",
    );
    for (const { clientId } of standing)
      await withdrawConsent(ctx, { accountId, clientId, place: "account-closure" });
  });
}
