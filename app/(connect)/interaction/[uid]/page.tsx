import type { Metadata } from "next";
import { FranceConnectFirst } from "@/components/accounts/franceconnect-button";
import { SignInForm } from "@/components/accounts/sign-in-form";
import { ContinueForm } from "@/components/connect/continue-form";
import { InteractionOver } from "@/components/connect/interaction-over";
import { ConsentForm } from "@/components/consents/consent-form";
import { Page, PageTitle } from "@/components/ui/page";
import { findAccountSession } from "@/lib/auth/account-session";
import { describeConsent, describeSignIn } from "@/lib/connect/provider/describe";
import { findInteraction } from "@/lib/connect/provider/interactions";
import { pageTitle } from "@/lib/format/text";
import { isFranceConnectOn } from "@/lib/integrations/franceconnect";
import { takePosted } from "@/lib/posted";

type Props = PageProps<"/interaction/[uid]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const interaction = await findInteraction((await params).uid);
  const title = interaction?.prompt.name === "consent" ? "Partager vos données" : "Se connecter";
  return { title: pageTitle(title, "retour" in (await searchParams)) };
}

/** Where a service sends somebody: to say who they are, then what they share. */
export default async function InteractionPage({ params, searchParams }: Props) {
  const { uid } = await params;
  const interaction = await findInteraction(uid);
  if (!interaction) return <InteractionOver />;

  if (interaction.prompt.name === "consent")
    return (
      <ConsentForm
        action={`/interaction/${uid}/accord`}
        consent={await describeConsent(interaction)}
      />
    );

  const service = await describeSignIn(interaction);
  const session = await findAccountSession();
  const isNew = session !== null && interaction.prompt.reasons.includes("no_session");
  if (isNew) return <ContinueForm action={`/interaction/${uid}/connexion`} service={service} />;
  return (
    <Page>
      <PageTitle
        lead={
          <>
            Vous continuerez vers <strong>{service.name}</strong>.
          </>
        }
      >
        Se connecter
      </PageTitle>
      <SignInForm
        action={`/interaction/${uid}/connexion`}
        posted={await takePosted(await searchParams)}
        suite={`/interaction/${uid}`}
        anonymousHref={service.anonymousHref}
        trackingHref={service.trackingHref}
        before={
          isFranceConnectOn() && (
            <FranceConnectFirst
              suite={`/interaction/${uid}`}
              text="Votre identité est certifiée&nbsp;: moins de pièces à fournir ensuite."
            />
          )
        }
      />
    </Page>
  );
}
