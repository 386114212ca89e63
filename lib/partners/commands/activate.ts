import "server-only";
import { and, eq } from "drizzle-orm";
import { clientReviews } from "@/db/schema/partners";
import { system } from "@/lib/auth/actor";
import { registerClient } from "@/lib/connect/commands/register-client";
import { suspendClient } from "@/lib/connect/commands/suspend-client";
import { publishNotice } from "@/lib/consents/commands/publish-notice";
import { findNotice } from "@/lib/consents/queries";
import { type Context, transaction } from "@/lib/context";
import { conflict, forbidden, invalid } from "@/lib/errors";
import { recordEvent } from "@/lib/events/commands";
import { signAgreement } from "@/lib/organisations/commands/sign-agreement";
import { reviewMailJob } from "../jobs";
import { DATA_ITEMS } from "../model/data-items";
import { agreementDates, moveReview } from "../model/review";
import { mayDo } from "../policy";
import { getMember } from "../queries/members";
import { findAgentName, findReview, getReview, type Review } from "../queries/reviews";
import { newId, newSecret } from "./clients";

const MOVED = "Cette demande a changé entre-temps. Rechargez la page.";

/** What was asked in the sandbox, without what the Métropole did not grant. */
function granted({ settings, decisions }: Review) {
  const scopes = settings.scopes.filter(
    (scope) => scope === "openid" || decisions[scope]?.isGranted,
  );
  const items = DATA_ITEMS.filter(({ scope }) => scopes.includes(scope)).map(({ id }) => id);
  return { scopes, items: items as string[] };
}

/** The same service with the addresses of production, what was granted, and a name of its own. */
function productionOf(review: Review, id: string, { scopes }: ReturnType<typeof granted>) {
  const { settings } = review;
  const { authentication = "client_secret_basic", justifications = {} } = settings;
  const backchannelLogoutUri = review.backchannelLogoutUri ?? undefined;
  return {
    id,
    name: review.service,
    sector: id,
    environment: "production" as const,
    organisationId: review.organisationId,
    secret: authentication.startsWith("client_secret") ? newSecret() : null,
    settings: {
      ...settings,
      redirectUris: review.redirectUris,
      postLogoutRedirectUris: review.postLogoutRedirectUris,
      backchannelLogoutUri,
      scopes,
      justifications: Object.fromEntries(
        Object.entries(justifications).filter(([scope]) => (scopes as string[]).includes(scope)),
      ),
    },
  };
}

type Signed = { isAccepted: boolean; today?: string };

/** What the agreement says of today, in Paris. */
const todayInParis = () =>
  new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris" }).format(new Date());

/** An owner signs the agreement: the service exists in production, with its own id and secret; returns its id. */
export async function activateReview(
  ctx: Context,
  organisationId: string,
  clientId: string,
  { isAccepted, today = todayInParis() }: Signed,
) {
  const member = await getMember(ctx, organisationId);
  if (!mayDo(member.role, "activate")) throw forbidden();
  const review = await findReview(ctx, clientId);
  const state = review && moveReview(review.state, "activate", "owner");
  if (!review || !state) throw conflict(MOVED);
  if (!isAccepted) throw invalid({ accord: "Acceptez la convention pour activer le service" });
  const id = newId("production");
  const given = granted(review);
  const notice = await findNotice(ctx, clientId);
  await transaction(system("partners"), async (system) => {
    const moved = await system.db
      .update(clientReviews)
      .set({ state, productionClientId: id })
      .where(and(eq(clientReviews.id, review.id), eq(clientReviews.state, "accepted")))
      .returning({ id: clientReviews.id });
    if (moved.length === 0) throw conflict(MOVED);
    await registerClient(system, productionOf(review, id, given));
    if (notice)
      await publishNotice(system, id, {
        ...notice.notice,
        items: notice.notice.items.filter((item) => given.items.includes(item.id)),
      });
    await signAgreement(system, {
      organisationId,
      clientId: id,
      ...agreementDates(today),
      signedBy: member.name,
      countersignedBy: await findAgentName(review.decidedBy ?? ""),
    });
    await reviewMailJob.enqueue(system, { reviewId: review.id, move: "activate" });
    await recordEvent(system, "partner.activate", review.id, { clientId: id, by: ctx.actor.id });
  });
  return id;
}

/** The Métropole stops a service at once, or lets it go on. */
export async function suspendReview(ctx: Context, reviewId: string, isSuspended: boolean) {
  const review = await getReview(ctx, reviewId);
  const name = isSuspended ? "suspend" : "resume";
  const state = moveReview(review.state, name, "reviewer");
  if (!state || !review.productionClientId) throw conflict(MOVED);
  const clientId = review.productionClientId;
  await transaction(system("partners"), async (system) => {
    await system.db
      .update(clientReviews)
      .set({ state })
      .where(and(eq(clientReviews.id, reviewId), eq(clientReviews.state, review.state)));
    await suspendClient(system, clientId, isSuspended);
    await reviewMailJob.enqueue(system, { reviewId, move: name });
    await recordEvent(system, "partner.suspend", reviewId, { isSuspended, by: ctx.actor.id });
  });
}
