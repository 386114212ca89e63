import "server-only";
import { testMails } from "@/db/schema/partners";
import { system } from "@/lib/auth/actor";
import { transaction } from "@/lib/context";
import { findTestOrganisation } from "../queries/test-residents";

type Mail = { to: string; subject: string; text: string; deliveryId: string };

/** What is mailed to a test resident stays here, for its partner's eyes; to nobody's address, it is dropped. */
export const keepTestMail = ({ to, subject, text, deliveryId }: Mail) =>
  transaction(system("partners"), async ({ db }) => {
    const organisationId = await findTestOrganisation(to);
    if (!organisationId) return;
    await db
      .insert(testMails)
      .values({ id: deliveryId, organisationId, recipient: to, subject, body: text })
      .onConflictDoNothing();
  });
