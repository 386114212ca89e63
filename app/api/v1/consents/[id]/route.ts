import { withToken } from "@/lib/connect/provider/bearer";
import { withdrawConsent } from "@/lib/consents/commands/decide";
import { listConsents } from "@/lib/consents/queries";
import { withdrawInput } from "@/lib/consents/schemas";
import { notFound, parseInput } from "@/lib/errors";

type Props = RouteContext<"/api/v1/consents/[id]">;

/** Withdraws an agreement; what it opened is closed when this answers. Twice is once. */
export const DELETE = (request: Request, { params }: Props) =>
  withToken(request, "consents", async ({ ctx, accountId }) => {
    const { id } = parseInput(withdrawInput, await params);
    const consent = (await listConsents(ctx, accountId)).find((each) => each.id === id);
    if (!consent) throw notFound("Accord");
    const { clientId, status } = consent;
    if (status === "active") await withdrawConsent(ctx, { accountId, clientId, place: "my-data" });
    return new Response(null, { status: 204 });
  });
