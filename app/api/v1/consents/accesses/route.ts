import { withToken } from "@/lib/connect/provider/bearer";
import { labelsOf, listAccesses } from "@/lib/consents/queries";
import { accessesInput } from "@/lib/consents/schemas";
import { parseInput } from "@/lib/errors";

/** Who read what, newest first, 20 at a time; `before` is the `next` of the page before. */
export const GET = (request: Request) =>
  withToken(request, "consents", async ({ ctx, accountId }) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { before } = parseInput(accessesInput, query);
    const { accesses, next } = await listAccesses(ctx, accountId, before);
    return Response.json({
      accesses: accesses.map(({ id, at, clientId, items, notice, consentedAt }) => ({
        id,
        at,
        clientId,
        service: notice.service,
        provider: notice.provider,
        purpose: notice.purpose,
        items: labelsOf(notice, items),
        consentedAt,
      })),
      next,
    });
  });
