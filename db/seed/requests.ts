import type { Db } from "@/db/client";
import { events, files, messages, notes, requests, residents, supplements } from "@/db/schema";
import { storeDocument } from "./demo/documents";
import { REQUESTS } from "./demo/list";
import { PEOPLE, residentId } from "./demo/people";
import { Telling } from "./demo/tell";
import { DEMO_RESIDENTS } from "./demo-accounts";

/** By account, the subject that Connect gives the portal. */
type Subjects = ReadonlyMap<string, string>;

/** Residents as the portal knows them after a first sign-in. */
async function seedResidents(db: Db, subjects: Subjects) {
  for (const { key, accountId } of PEOPLE) {
    const account = DEMO_RESIDENTS.find(({ id }) => id === accountId);
    if (!account) continue;
    const { email, givenName, familyName, address } = account;
    await db.insert(residents).values({
      id: residentId(key),
      sub: subjects.get(account.id) ?? account.id,
      email,
      givenName,
      familyName,
      communeInsee: address.insee ?? null,
    });
  }
}

async function seedFiles(db: Db, { request, files: joined, applicant }: Telling) {
  for (const { id, name, fieldId } of joined) {
    const stored = await storeDocument(id, name);
    await db.insert(files).values({
      ...stored,
      id,
      fieldId,
      requestId: request.id,
      ownerKind: applicant.kind,
      ownerId: applicant.id,
      createdAt: request.createdAt,
    });
  }
}

/** About sixty requests in every state, over the last months, as if people had lived with the portal. */
export async function seedRequests(db: Db, subjects: Subjects, now = new Date()) {
  await seedResidents(db, subjects);
  const told = REQUESTS.map((seed, rank) => new Telling(seed, rank, now));
  await db.insert(requests).values(told.map(({ request }) => request));
  await db.insert(events).values(told.flatMap((telling) => telling.events));
  await db.insert(messages).values(told.flatMap((telling) => telling.messages));
  await db.insert(notes).values(told.flatMap((telling) => telling.notes));
  await db.insert(supplements).values(told.flatMap((telling) => telling.supplements));
  for (const telling of told) await seedFiles(db, telling);
}
