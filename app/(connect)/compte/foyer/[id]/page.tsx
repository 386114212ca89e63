import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChildFields } from "@/components/household/child-fields";
import { OtherParent } from "@/components/household/other-parent";
import { BackLink } from "@/components/ui/back-link";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Done } from "@/components/ui/done";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page, PageTitle } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/session";
import { formatTypedDay } from "@/lib/format/date";
import { isUuid } from "@/lib/format/id";
import { hasRoom } from "@/lib/household/model";
import { findInvitation, getChild } from "@/lib/household/queries";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { declineParentAction, inviteParentAction, updateChildAction } from "../actions";

export const metadata: Metadata = { title: "Un enfant de mon foyer" };

export default async function ChildPage(props: PageProps<"/compte/foyer/[id]">) {
  const [{ id }, query] = await Promise.all([props.params, props.searchParams]);
  const ctx = await requireAccount(`/compte/foyer/${id}`);
  if (!isUuid(id)) notFound();
  const child = await orNotFound(getChild(ctx, id));
  const [posted, waiting] = await Promise.all([takePosted(query), findInvitation(ctx, id)]);
  const stored = { ...child, birthdate: formatTypedDay(child.birthdate), parentIds: "" };
  const values = { ...stored, ...posted.values };

  return (
    <Page>
      <Done what={query.fait} />
      <BackLink href="/compte/foyer">Mon foyer</BackLink>
      <PageTitle>
        {child.givenName} {child.familyName}
      </PageTitle>
      <ErrorSummary errors={posted.errors} />
      <form action={updateChildAction.bind(null, id)} noValidate className="mt-8 space-y-5">
        <Csrf />
        <ChildFields posted={{ values, errors: posted.errors }} />
        <Button className="w-full sm:w-auto sm:px-8">Enregistrer les corrections</Button>
      </form>
      <OtherParent
        hasTwo={!hasRoom(child)}
        waiting={waiting}
        invite={inviteParentAction.bind(null, id)}
        cancel={waiting && declineParentAction.bind(null, waiting.id)}
        posted={posted}
      />
    </Page>
  );
}
