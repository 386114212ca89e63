import { withToken } from "@/lib/connect/provider/bearer";
import { listAccesses } from "@/lib/consents/queries";
import { accessesInput } from "@/lib/consents/schemas";
import { parseInput } from "@/lib/errors";

/** Who read what, newest first, 20 at a time; `before` is the `next` of the page before. */
export const GET = (request: Request) =>
  withToken(request, "consents", async ({ ctx, accountId }) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { before } = parseInput(accessesInput, query);
    return Response.json(await listAccesses(ctx, accountId, before));
  });
