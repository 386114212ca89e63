import { ClientHeading } from "@/components/partners/client-heading";
import { PreviousSecret, RotateForm, ShownSecret } from "@/components/partners/secret";
import { Page, Section } from "@/components/ui/page";
import { findSecret } from "@/lib/partners/queries/clients";
import { maySee } from "@/lib/partners/queries/shown-once";
import { openClient } from "@/lib/partners/queries/viewer";
import { takePosted } from "@/lib/posted";
import { cutSecretAction, rotateSecretAction } from "../../../../actions";

export const metadata = { title: "Secret du service" };

type Props = PageProps<"/partenaires/[slug]/services/[client]/secret">;

export default async function SecretPage({ params, searchParams }: Props) {
  const [{ slug, client: id }, search] = await Promise.all([params, searchParams]);
  const { ctx, person, partner, client } = await openClient(slug, id, "/secret");
  const secret = await findSecret(ctx, id);
  const isShown = maySee(search.vu, id, person.id);
  const until = client.previousSecretExpiresAt;
  return (
    <Page>
      <ClientHeading
        partner={partner}
        client={client}
        current="/secret"
        title="secret"
        done={search.fait}
      />
      {isShown && <ShownSecret clientId={id} secret={secret} />}
      {!secret && <p className="mt-6">Ce service n’a pas de secret.</p>}
      {until && until > new Date() && (
        <PreviousSecret until={until} action={cutSecretAction.bind(null, slug, id)} />
      )}
      {secret && (
        <Section title="Changer de secret">
          <RotateForm
            posted={await takePosted(search)}
            action={rotateSecretAction.bind(null, slug, id)}
          />
        </Section>
      )}
    </Page>
  );
}
