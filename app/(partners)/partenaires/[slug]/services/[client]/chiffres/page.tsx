import { ClientHeading } from "@/components/partners/client-heading";
import { ConsentCounts, SignInChart, WeekTable } from "@/components/partners/figures";
import { Page, Section } from "@/components/ui/page";
import { getFigures } from "@/lib/partners/queries/figures";
import { openClient } from "@/lib/partners/queries/viewer";

export const metadata = { title: "Chiffres" };

type Props = PageProps<"/partenaires/[slug]/services/[client]/chiffres">;

export default async function FiguresPage({ params }: Props) {
  const { slug, client: id } = await params;
  const { ctx, partner, client } = await openClient(slug, id, "/chiffres");
  const { days, weeks, consents } = await getFigures(ctx, partner.id, id);
  return (
    <Page>
      <ClientHeading partner={partner} client={client} current="/chiffres" title="chiffres" />
      <ConsentCounts consents={consents} />
      <Section title="Connexions des 30 derniers jours">
        <SignInChart days={days} />
      </Section>
      <Section title="Par semaine">
        <WeekTable weeks={weeks} />
      </Section>
    </Page>
  );
}
