import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import { Section } from "@/components/ui/page";
import type { Posted } from "@/lib/result";
import { Addresses } from "./addresses";
import { DataItemFields } from "./data-item-fields";

type Props = {
  posted: Posted;
  action: (form: FormData) => Promise<void>;
  label: string;
};

const AUTHENTICATIONS = [
  {
    value: "client_secret_basic",
    label: "client_secret_basic",
    hint: "Le plus courant\u00a0: identifiant et secret dans l’en-tête Authorization.",
  },
  {
    value: "client_secret_post",
    label: "client_secret_post",
    hint: "Identifiant et secret dans le corps de la requête.",
  },
  {
    value: "private_key_jwt",
    label: "private_key_jwt",
    hint: "Pas de secret\u00a0: votre service signe avec sa clé. Le plus sûr.",
  },
  {
    value: "none",
    label: "none",
    hint: "Application sans serveur (mobile, page seule)\u00a0: PKCE la protège.",
  },
] as const;

const ALGORITHMS = [
  { value: "ES256", label: "ES256", hint: "À préférer." },
  { value: "RS256", label: "RS256", hint: "Pour les bibliothèques qui ne connaissent que lui." },
] as const;

const spaced = <T extends { hint: string }>(options: readonly T[]) =>
  options.map((option) => ({ ...option, hint: option.hint.replace(/ ([:;])/g, "\u00a0$1") }));

function Service({ posted }: Pick<Props, "posted">) {
  return (
    <Section title="Le service">
      <div className="mt-4 space-y-6">
        <TextInput
          {...fieldOf(posted, "name")}
          label="Nom du service"
          hint="Comme les usagers le connaissent."
        />
        <TextInput
          {...fieldOf(posted, "purpose")}
          label="À quoi serviront les informations"
          hint={
            "Suite de la phrase «\u00a0s’en servira pour…\u00a0»\u00a0: «\u00a0réserver une ligne d’eau\u00a0»."
          }
        />
        <TextInput
          {...fieldOf(posted, "refusal")}
          label="Si la personne refuse"
          hint={
            "Ce qu’elle peut faire quand même\u00a0: «\u00a0Si vous refusez, réservez par téléphone.\u00a0»"
          }
        />
        <TextInput {...fieldOf(posted, "homepage")} label="Site du service" type="url" optional />
        <TextInput
          {...fieldOf(posted, "logo")}
          label="Adresse du logo"
          hint="Une image https, carrée, lisible à 64 pixels."
          type="url"
          optional
        />
      </div>
    </Section>
  );
}

function Technique({ posted }: Pick<Props, "posted">) {
  const { values, errors } = posted;
  return (
    <Section title="La technique">
      <div className="mt-4 space-y-6">
        <Radios
          name="authentication"
          label="Comment votre service s’authentifie"
          value={values.authentication ?? "client_secret_basic"}
          error={errors.authentication}
          options={spaced(AUTHENTICATIONS)}
        />
        <TextInput
          {...fieldOf(posted, "jwksUri")}
          label="Adresse de vos clés publiques (jwks_uri)"
          hint="Pour private_key_jwt seulement."
          type="url"
          optional
        />
        <Radios
          name="alg"
          label="Algorithme de signature du jeton d’identité"
          value={values.alg ?? "ES256"}
          error={errors.alg}
          options={ALGORITHMS}
        />
      </div>
    </Section>
  );
}

/** Everything there is to know of a service of the sandbox, on one page: it can all be changed later. */
export function ClientForm({ posted, action, label }: Props) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      <form action={action} noValidate>
        <Csrf />
        <Service posted={posted} />
        <Addresses
          posted={posted}
          title="Les adresses"
          lead="Comparées caractère par caractère. En bac à sable, http://localhost convient aussi."
          hint="Une par ligne, en entier, sans joker ni fragment."
          logoutHint="Nous y annonçons la fin de chaque session, de serveur à serveur."
        />
        <Section title="Les informations demandées">
          <p className="mt-3">
            Demandez le moins possible. Chaque raison est montrée à la personne, telle quelle.
          </p>
          <DataItemFields posted={posted} />
        </Section>
        <Technique posted={posted} />
        <p className="mt-10">
          <Button>{label}</Button>
        </p>
      </form>
    </>
  );
}
