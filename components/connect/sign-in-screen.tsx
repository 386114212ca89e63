import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { fieldOf, TextInput } from "@/components/ui/field";
import { Page, PageTitle, Section } from "@/components/ui/page";
import type { Posted } from "@/lib/result";

type Props = { uid: string; service: { name: string }; posted: Posted };

/** Who are you? On the way to a service. */
export function SignInScreen({ uid, service, posted }: Props) {
  const next = encodeURIComponent(`/interaction/${uid}`);
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
      <ErrorSummary errors={posted.errors} />
      <form
        method="post"
        action={`/interaction/${uid}/connexion`}
        noValidate
        className="mt-8 space-y-5"
      >
        <Csrf />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Courriel"
          type="email"
          autoComplete="username"
        />
        <TextInput
          name="password"
          error={posted.errors.password}
          label="Mot de passe"
          type="password"
          autoComplete="current-password"
        />
        <p>
          <a href={`/mot-de-passe-oublie?suite=${next}`}>Mot de passe oublié ?</a>
        </p>
        <Checkbox
          name="shared"
          label="Cet ordinateur est partagé"
          hint="Médiathèque, mairie, travail : la session se ferme avec la page, ou après 10 minutes."
        />
        <Button className="w-full sm:w-auto sm:px-8">Se connecter</Button>
      </form>
      <Section title="Pas encore de compte ?">
        <p className="mt-2">
          <a href={`/inscription?suite=${next}`} className="font-bold">
            Créer un compte en 2 minutes
          </a>
        </p>
      </Section>
    </Page>
  );
}
