import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditPage } from "@/components/accounts/edit-page";
import { Button } from "@/components/ui/button";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { TextInput } from "@/components/ui/field";
import { Page, Section } from "@/components/ui/page";
import { getFactors } from "@/lib/accounts/queries/factors";
import { requireRecentProof } from "@/lib/auth/proof";
import { pageTitle } from "@/lib/format/text";
import { orNotFound } from "@/lib/page";
import { orStored, takePosted } from "@/lib/posted";
import { removePasskeyAction, renamePasskeyAction } from "../../passkey-actions";

type Props = PageProps<"/compte/connexion/cles/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: pageTitle("Ma clé d’accès", "retour" in (await searchParams)) };
}

export default async function PasskeyPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { actor } = await requireRecentProof(`/compte/connexion/cles/${id}`);
  const { passkeys } = await orNotFound(getFactors(actor.id));
  const passkey = passkeys.find((one) => one.id === id);
  if (!passkey) notFound();
  const posted = orStored(await takePosted(query), { name: passkey.name });

  return (
    <>
      <EditPage
        done={query.fait}
        back={{ href: "/compte/connexion", label: "Mes moyens de connexion" }}
        title="Ma clé d’accès"
        action={renamePasskeyAction.bind(null, id)}
        errors={posted.errors}
        submitLabel="Enregistrer ce nom"
      >
        <TextInput
          {...fieldOf(posted, "name")}
          label="Nom de cette clé"
          hint="Pour la reconnaître&nbsp;: «&nbsp;Téléphone&nbsp;», «&nbsp;Ordinateur du travail&nbsp;»…"
          autoComplete="off"
        />
      </EditPage>
      <Page>
        <Section title="Retirer cette clé">
          <p className="mt-3">
            Elle n’ouvrira plus votre compte. Effacez-la aussi de l’appareil où elle se trouve.
          </p>
          <form action={removePasskeyAction.bind(null, id)} className="mt-4">
            <Csrf />
            <Button look="outline">Retirer cette clé d’accès</Button>
          </form>
        </Section>
      </Page>
    </>
  );
}
