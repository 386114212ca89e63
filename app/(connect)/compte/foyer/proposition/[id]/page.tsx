import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuthorityBox } from "@/components/household/authority-box";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/session";
import { isUuid } from "@/lib/format/id";
import { getInvitation } from "@/lib/household/queries";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { declineParentAction, joinParentAction } from "../../actions";

export const metadata: Metadata = { title: "Partager un enfant" };

type Props = PageProps<"/compte/foyer/proposition/[id]">;

/** What the other parent proposes; the child’s first name is all that is shown before. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const ctx = await requireAccount(`/compte/foyer/proposition/${id}`);
  if (!isUuid(id)) notFound();
  const { childName, inviterName } = await orNotFound(getInvitation(ctx, id));
  const { errors } = await takePosted(query);

  return (
    <Page>
      <BackLink href="/compte/foyer">Mon foyer</BackLink>
      <PageTitle lead={`Proposé par ${inviterName}.`}>
        Partager {childName} avec son autre parent
      </PageTitle>
      <ErrorSummary errors={errors} />
      <p className="mt-6">
        Si vous acceptez, {childName} sera dans vos deux foyers. Chacun pourra voir, corriger et
        proposer ces informations dans ses démarches, et les retirer de son propre foyer.
      </p>
      <form action={joinParentAction.bind(null, id)} noValidate className="mt-8 space-y-5">
        <Csrf />
        <AuthorityBox error={errors.authority} />
        <Button look="outline" className="w-full sm:w-auto sm:px-8">
          Accepter
        </Button>
      </form>
      <form action={declineParentAction.bind(null, id)} className="mt-4">
        <Csrf />
        <Button look="outline" className="w-full sm:w-auto sm:px-8">
          Refuser
        </Button>
      </form>
    </Page>
  );
}
