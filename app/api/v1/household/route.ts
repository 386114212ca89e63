import { system } from "@/lib/auth/actor";
import { withToken } from "@/lib/connect/provider/bearer";
import { recordAccess } from "@/lib/consents/commands/record-access";
import { listMinors } from "@/lib/household/queries";

/**
 * The minors of the person’s household, for a service they agreed to show them to. Each reading that holds anything
 * is written in their history. Nothing is to be kept: ask again.
 */
export const GET = (request: Request) =>
  withToken(request, "household", async ({ ctx, accountId, clientId, standing }) => {
    const children = await listMinors(ctx, accountId);
    const access = { accountId, clientId, consentId: standing.consent.id, items: ["household"] };
    if (children.length > 0) await recordAccess(system("connect"), access);
    return Response.json({
      children: children.map(({ id, givenName, familyName, birthdate, birthplace }) => ({
        id,
        given_name: givenName,
        family_name: familyName,
        birthdate,
        birthplace,
      })),
    });
  });
