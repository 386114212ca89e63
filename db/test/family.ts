import { pool } from "@/db/client";
import { children, mandates, parentInvitations } from "@/db/schema";
import { only } from "./factories";

const HOUR_MS = 3_600_000;
const soon = () => new Date(Date.now() + HOUR_MS);

/** Whom the person asks for help, and their household. */
export async function createFamily(inviterId: string) {
  const asked = { inviterId, inviterName: "Samira Benali", answerBy: soon() };
  const invited = { ...asked, inviteeEmail: "proche@exemple.fr" };
  await pool.insert(mandates).values({
    ...invited,
    askedBy: "person",
    kind: "relative",
    clientIds: ["piscines"],
    duration: "year",
  });
  const { id: childId } = only(
    await pool
      .insert(children)
      .values({
        parentIds: [inviterId],
        givenName: "Inès",
        familyName: "Benali",
        birthdate: "2020-05-14",
        birthplace: "Bron",
      })
      .returning(),
  );
  await pool.insert(parentInvitations).values({ ...invited, childId, childName: "Inès" });
}
