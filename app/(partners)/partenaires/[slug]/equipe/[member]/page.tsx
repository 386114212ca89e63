import { notFound } from "next/navigation";
import { PartnerHeading } from "@/components/partners/partner-heading";
import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page } from "@/components/ui/page";
import { pageTitle } from "@/lib/format/text";
import { mayDo } from "@/lib/partners/policy";
import { listMembers } from "@/lib/partners/queries/members";
import { openPartner } from "@/lib/partners/queries/viewer";
import { takePosted } from "@/lib/posted";
import { removeMemberAction } from "../../../actions";

type Props = PageProps<"/partenaires/[slug]/equipe/[member]">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Retirer de l’équipe", "retour" in (await searchParams)),
});

export default async function RemoveMemberPage({ params, searchParams }: Props) {
  const [{ slug, member: id }, search] = await Promise.all([params, searchParams]);
  const { ctx, person, partner } = await openPartner(slug, `/equipe/${id}`);
  const member = (await listMembers(ctx, partner.id)).find(({ residentId }) => residentId === id);
  if (!member || (id !== person.id && !mayDo(partner.role, "remove-member"))) notFound();
  const list = `/partenaires/${slug}/equipe`;
  const { errors } = await takePosted(search);
  return (
    <Page>
      <PartnerHeading
        partner={partner}
        current="/equipe"
        title={id === person.id ? "Quitter l’équipe" : `Retirer ${member.name}`}
        back={{ href: list, label: "Équipe" }}
      />
      <ErrorSummary errors={errors} />
      <p className="mt-6">
        {member.name} ({member.email}) ne verra plus rien de {partner.name}, dès maintenant. Les
        secrets que cette personne a pu lire restent valables{"\u00a0"}: changez-les.
      </p>
      <form action={removeMemberAction.bind(null, slug, id)} className="mt-6 flex flex-wrap gap-4">
        <Csrf />
        <Button look="danger">Retirer {member.name} de l’équipe</Button>
        <ButtonLink look="outline" href={list}>
          Garder dans l’équipe
        </ButtonLink>
      </form>
    </Page>
  );
}
