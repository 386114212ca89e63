import { withToken } from "@/lib/connect/provider/bearer";
import { getOverview, labelsOf } from "@/lib/consents/queries";

/** Every agreement the person gave, newest first, with what became of it; and the latest readings. */
export const GET = (request: Request) =>
  withToken(request, "consents", async ({ ctx, accountId }) => {
    const { consents, latest } = await getOverview(ctx, accountId);
    return Response.json({
      consents: consents.map((consent) => ({
        id: consent.id,
        clientId: consent.clientId,
        service: consent.notice.service,
        provider: consent.notice.provider,
        controller: consent.notice.controller,
        purpose: consent.notice.purpose,
        items: labelsOf(consent.notice, consent.items),
        text: consent.text,
        version: consent.version,
        status: consent.status,
        givenAt: consent.at,
        expiresAt: consent.expiresAt,
        endedAt: consent.endedAt,
      })),
      latest,
    });
  });
