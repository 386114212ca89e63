import { getFilingContext } from "@/lib/auth/session";
import { heldTrackingCode } from "@/lib/auth/tracking";
import { answer, seeOther } from "@/lib/http";
import { renderAcknowledgement } from "@/lib/requests/queries/acknowledgement";
import { getReceipt } from "@/lib/requests/queries/get-receipt";

/** The link of an acknowledgement's e-mail, opened by somebody signed out. */
const signInAndComeBack = (reference: string) => {
  const back = encodeURIComponent(`/mes-demandes/${reference}/accuse-de-reception.pdf`);
  return seeOther(`/se-connecter?retour=${back}`);
};

export const GET = (request: Request, { params }: { params: Promise<{ reference: string }> }) =>
  answer(request, async () => {
    const { reference } = await params;
    const ctx = await getFilingContext(reference);
    if (ctx.actor.id === "") return signInAndComeBack(reference);
    const receipt = await getReceipt(ctx, reference);
    const code = ctx.actor.kind === "visitor" ? await heldTrackingCode(ctx.actor.id) : null;
    const pdf = await renderAcknowledgement(ctx, receipt, code);
    return new Response(new Uint8Array(pdf), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="accuse-de-reception-${receipt.reference}.pdf"`,
        "cache-control": "private, no-store",
      },
    });
  });
