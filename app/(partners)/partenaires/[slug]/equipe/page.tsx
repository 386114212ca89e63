import { PartnerHeading } from "@/components/partners/partner-heading";
import { InviteForm, MemberList } from "@/components/partners/team";
import { Page, Section } from "@/components/ui/page";
import { pageTitle } from "@/lib/format/text";
import { mayDo } from "@/lib/partners/policy";
import { listInvitations, listMembers } from "@/lib/partners/queries/members";
import { openPartner } from "@/lib/partners/queries/viewer";
import { takePosted } from "@/lib/posted";
import { inviteAction, withdrawInvitationAction } from "../../actions";

type Props = PageProps<"/partenaires/[slug]/equipe">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Équipe", "retour" in (await searchParams)),
});

export default async function TeamPage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { ctx, person, partner } = await openPartner(slug, "/equipe");
  const [members, invitations] = await Promise.all([
    listMembers(ctx, partner.id),
    listInvitations(ctx, partner.id),
  ]);
  const isOwner = mayDo(partner.role, "invite");
  return (
    <Page>
      <PartnerHeading partner={partner} current="/equipe" title="Équipe" done={search.fait} />
      <MemberList
        members={members}
        invitations={isOwner ? invitations : []}
        path={`/partenaires/${slug}/equipe`}
        removable={(id) => isOwner || id === person.id}
        withdraw={(id) => withdrawInvitationAction.bind(null, slug, id)}
      />
      {isOwner && (
        <Section title="Inviter quelqu’un">
          <InviteForm posted={await takePosted(search)} action={inviteAction.bind(null, slug)} />
        </Section>
      )}
    </Page>
  );
}
