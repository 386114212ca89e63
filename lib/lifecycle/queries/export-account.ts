import "server-only";
import { asc, eq } from "drizzle-orm";
import { accountDevices } from "@/db/schema/accounts";
import { journalLabel } from "@/lib/accounts/model/journal";
import { getAccount } from "@/lib/accounts/queries";
import { findClientNames, listSessions } from "@/lib/connect/queries";
import { labelsOf, listAccesses, listConsents } from "@/lib/consents/queries";
import { type Context, read } from "@/lib/context";
import { listJournal } from "@/lib/events/queries";
import { listChildren } from "@/lib/household/queries";
import { helperLabel, sideOf } from "@/lib/mandates/model";
import { listMandates } from "@/lib/mandates/queries";

type Page<T> = { rows: T[]; next: string | null | undefined };

/** Every page of a list, one after the other. */
async function all<T>(pageAfter: (cursor: string | undefined) => Promise<Page<T>>) {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageAfter(cursor);
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}

const journalOf = (ctx: Context, id: string) =>
  all(async (before) => {
    const { entries, older } = await listJournal(ctx, id, { before });
    return { rows: entries, next: older };
  });

const accessesOf = (ctx: Context, id: string) =>
  all(async (before) => {
    const { accesses, next } = await listAccesses(ctx, id, before);
    return { rows: accesses, next };
  });

const devicesOf = (ctx: Context, id: string) =>
  read(ctx, (db) =>
    db
      .select({
        name: accountDevices.name,
        firstSeenAt: accountDevices.firstSeenAt,
        lastSeenAt: accountDevices.lastSeenAt,
      })
      .from(accountDevices)
      .where(eq(accountDevices.accountId, id))
      .orderBy(asc(accountDevices.firstSeenAt)),
  );

/** Their household, and who acts for whom; of the other person of a mandate, the name alone. */
const relativesOf = async (ctx: Context, id: string) => ({
  children: (await listChildren(ctx, id)).map(
    ({ givenName, familyName, birthdate, birthplace }) => ({
      givenName,
      familyName,
      birthdate,
      birthplace,
    }),
  ),
  mandates: (await listMandates(ctx, id)).map((mandate) => ({
    side: sideOf(mandate, id),
    person: mandate.personName,
    helper: helperLabel(mandate),
    status: mandate.status,
    acceptedAt: mandate.acceptedAt,
    endsAt: mandate.endsAt,
    endedAt: mandate.endedAt,
  })),
});

/** All that Connect holds about somebody, for them: what they said, agreed to and did, and who read it (RGPD art. 15 and 20). */
export async function exportAccount(ctx: Context) {
  const { id } = ctx.actor;
  const account = await getAccount(ctx, id);
  const consents = await listConsents(ctx, id);
  const [journal, sessions] = [await journalOf(ctx, id), await listSessions(ctx, id)];
  const ids = [
    ...journal.map(({ details }) => String(details.clientId ?? "")),
    ...sessions.flatMap(({ clientIds }) => clientIds),
  ];
  const services = await findClientNames(ids);
  const { givenName, familyName, birthdate, gender, email, phone, address, certificate } = account;
  return {
    exportedAt: new Date(),
    identity: { givenName, familyName, birthdate, gender, certificate },
    contact: { email, emailVerifiedAt: account.emailVerifiedAt, phone, address },
    consents: consents.map(({ notice, items, at, status, endedAt, expiresAt, text }) => ({
      service: notice.service,
      purpose: notice.purpose,
      items: labelsOf(notice, items),
      at,
      status,
      endedAt,
      expiresAt,
      text,
    })),
    accesses: (await accessesOf(ctx, id)).map(({ at, service, purpose, items }) => ({
      at,
      service,
      purpose,
      items,
    })),
    ...(await relativesOf(ctx, id)),
    devices: await devicesOf(ctx, id),
    sessions: sessions.map(({ device, openedAt, activeAt, clientIds }) => ({
      device,
      openedAt,
      activeAt,
      services: clientIds.flatMap((clientId) => services.get(clientId) ?? []),
    })),
    journal: journal.map((entry) => ({ at: entry.at, what: journalLabel(entry, services) })),
  };
}

export type AccountExport = Awaited<ReturnType<typeof exportAccount>>;
