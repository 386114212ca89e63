import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema/organisations";
import { type Context, transaction } from "@/lib/context";
import { forbidden, parseInput } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { formatPhone } from "@/lib/format/phone";
import { frenchSpaces } from "@/lib/format/text";
import { canAdminister } from "../policy";
import { type ContactInput, contactInput } from "../schemas";

/** What is printed on acknowledgements and shown on every page of the organisation. */
export function updateContact(ctx: Context, input: ContactInput) {
  const { organisationId, website, phone, openingHours, ...contact } = parseInput(
    contactInput,
    input,
  );
  return transaction(ctx, async (ctx) => {
    if (!canAdminister(ctx.actor, organisationId)) throw forbidden();
    const values = {
      ...contact,
      website: website ?? null,
      phone: formatPhone(phone),
      openingHours: frenchSpaces(openingHours),
    };
    await ctx.db.update(organisations).set(values).where(eq(organisations.id, organisationId));
    await recordEvent(ctx, "organisation.update", organisationId, {
      changed: Object.keys(values),
    });
  });
}
