import { FranceConnectButton } from "@/components/accounts/franceconnect-button";
import { Button } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { Page, PageTitle, Section } from "@/components/ui/page";

type Props = {
  /** The page of this sign-in. */
  at: string;
  service: string;
  /** The service lets nobody in without it. */
  insists: boolean;
  byFranceConnect: boolean;
  isCertified: boolean;
  bySecondFactor: boolean;
  hasSecondFactor: boolean;
};

function Ways({ at, ...ways }: Props) {
  return (
    <>
      {ways.byFranceConnect && (
        <Section title="Avec FranceConnect">
          {ways.isCertified ? (
            <div className="mt-4">
              <FranceConnectButton suite={at} />
            </div>
          ) : (
            <p className="mt-2">
              Votre identité n’est pas encore certifiée.{" "}
              <a href="/compte/certification">Certifiez votre compte</a>, puis revenez au service.
            </p>
          )}
        </Section>
      )}
      {ways.bySecondFactor && (
        <Section title="Avec votre second moyen de connexion">
          {ways.hasSecondFactor ? (
            <form method="post" action={`${at}/niveau`} className="mt-4">
              <Csrf />
              <Button name="decision" value="prove" iconAfter="arrow-right">
                Donner ma seconde preuve
              </Button>
            </form>
          ) : (
            <p className="mt-2">
              Votre compte n’en a pas encore. Ajoutez une application de codes ou une clé dans{" "}
              <a href="/compte/connexion">Mes moyens de connexion</a>, puis revenez au service.
            </p>
          )}
        </Section>
      )}
    </>
  );
}

/** Whoever is signed in is asked for more, because the service asks for it. */
export function LevelStep(props: Props) {
  const { at, service, insists } = props;
  return (
    <Page>
      <PageTitle
        lead={
          <>
            <strong>{service}</strong>{" "}
            {insists ? "a besoin d’en être plus sûr." : "souhaite en être plus sûr."} Votre session
            reste ouverte.
          </>
        }
      >
        Confirmez qui vous êtes
      </PageTitle>
      <Ways {...props} />
      <form method="post" action={`${at}/niveau`} className="mt-12 border-t border-line pt-8">
        <Csrf />
        <Button look="outline" name="decision" value="without">
          {insists ? "Revenir au service" : "Continuer sans"}
        </Button>
      </form>
    </Page>
  );
}
