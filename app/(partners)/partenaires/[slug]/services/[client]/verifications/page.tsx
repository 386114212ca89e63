import { notFound } from "next/navigation";
import { Checklist, TrialForm } from "@/components/partners/checklist";
import { ClientHeading } from "@/components/partners/client-heading";
import { Page, Section } from "@/components/ui/page";
import { isComplete } from "@/lib/partners/model/checklist";
import { getChecklist } from "@/lib/partners/queries/checklist";
import { openClient } from "@/lib/partners/queries/viewer";
import { armTrialsAction, disarmTrialsAction } from "../../../../actions";

export const metadata = { title: "Vérifications" };

type Props = PageProps<"/partenaires/[slug]/services/[client]/verifications">;

export default async function ChecklistPage({ params, searchParams }: Props) {
  const [{ slug, client: id }, search] = await Promise.all([params, searchParams]);
  const { ctx, partner, client } = await openClient(slug, id, "/verifications");
  if (client.environment !== "sandbox") notFound();
  const lines = await getChecklist(ctx, id);
  return (
    <Page>
      <ClientHeading
        partner={partner}
        client={client}
        current="/verifications"
        title="vérifications"
        done={search.fait}
      />
      <Checklist lines={lines} isComplete={isComplete(lines)} />
      <Section title="Les mauvaises réponses">
        <TrialForm
          lines={lines}
          arm={armTrialsAction.bind(null, slug, id)}
          disarm={disarmTrialsAction.bind(null, slug, id)}
        />
      </Section>
    </Page>
  );
}
