import { withToken } from "@/lib/connect/provider/bearer";

/**
 * The mandate this token acts under, at this very moment: until when, and the organisations it is narrowed to (none:
 * all of them). 204 when the account speaks for itself; 401 once the mandate or the agreement is over.
 */
export const GET = (request: Request) =>
  withToken(request, "openid", async ({ standing: { mandate } }) =>
    mandate
      ? Response.json({
          id: mandate.id,
          kind: mandate.kind,
          organisationIds: mandate.organisationIds,
          endsAt: mandate.endsAt,
        })
      : new Response(null, { status: 204 }),
  );
