import { Tag } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choices";
import { Csrf } from "@/components/ui/csrf";
import { Page } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import type { Notice, NoticeItem } from "@/lib/consents/model";
import { formatDay } from "@/lib/format/date";
import { frenchSpaces } from "@/lib/format/text";

type Item = NoticeItem & { value: string; origin: "certified" | "account" | "elsewhere" };
type Consent = Omit<Notice, "items"> & { items: readonly Item[]; until: Date; changeUrl: string };

const MISSING = "Absent de votre compte";

const duration = (months: number) => {
  if (months === 12) return "Un an";
  return `${months} mois`;
};

function Required({ items }: { items: readonly Item[] }) {
  return (
    <section>
      <h2 className="text-h3">Nécessaire au service</h2>
      <dl className="mt-2 divide-y divide-line border-y border-line">
        {items.map(({ id, label, value, origin }) => (
          <div key={id} className="py-4">
            <dt className="text-note text-ink-soft">{label}</dt>
            <dd className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-bold wrap-anywhere">{value || MISSING}</span>
              {origin === "certified" && (
                <Tag icon="shield-check" tone="good">
                  Certifié FranceConnect
                </Tag>
              )}
              {origin === "account" && <Tag icon="user-round">Repris de votre compte</Tag>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Optional({ items }: { items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <fieldset className="mt-10">
      <legend className="text-h3 font-bold">À votre choix</legend>
      <p className="mt-1 text-ink-soft">Rien n’est coché d’avance. Le service fonctionne sans.</p>
      <div className="mt-3 -ml-2">
        {items.map(({ id, label, value, why }) => (
          <Choice
            key={id}
            type="checkbox"
            id={`item-${id}`}
            name="items"
            value={id}
            label={<strong>{frenchSpaces(`${label} : ${value || MISSING.toLowerCase()}`)}</strong>}
            hint={why}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Terms({ months, until, controller, changeUrl }: Consent) {
  return (
    <dl className="mt-8 grid gap-x-6 rounded-lg bg-sunken p-5 sm:grid-cols-[11rem_1fr] sm:gap-y-3 sm:p-6">
      <dt className="text-ink-soft">Durée</dt>
      <dd className="max-sm:not-last:mb-3">
        {duration(months)}, jusqu’au {formatDay(until)}
      </dd>
      <dt className="text-ink-soft">Responsable</dt>
      <dd className="max-sm:not-last:mb-3">{controller}</dd>
      <dt className="text-ink-soft">Pour changer d’avis</dt>
      <dd className="max-sm:not-last:mb-3">
        À tout moment, dans <a href={changeUrl}>Mes données</a>
      </dd>
    </dl>
  );
}

/** What a service asks to read, with the real values; refusing is as easy as accepting. */
export function ConsentForm({ action, consent }: { action: string; consent: Consent }) {
  const { service, provider, purpose, items, refusal } = consent;
  return (
    <Page>
      <ProviderLine name={provider} kind="metropole" className="mt-4" />
      <h1 className="mt-2 text-h1">
        {frenchSpaces(`Partager ces informations avec « ${service} » ?`)}
      </h1>
      <p className="mt-4 text-lead">
        {service} s’en servira pour <strong>{purpose}</strong>, et pour rien d’autre.
      </p>
      <form method="post" action={action} className="mt-8">
        <Csrf />
        <Required items={items.filter(({ required }) => required)} />
        <Optional items={items.filter(({ required }) => !required)} />
        <Terms {...consent} />
        <div className="mt-8 grid gap-3 sm:grid-cols-2">
          <Button look="outline" name="decision" value="refuse" className="min-h-14">
            Refuser et revenir au service
          </Button>
          <Button look="outline" name="decision" value="accept" className="min-h-14">
            Accepter et continuer
          </Button>
        </div>
        <p className="mt-4 text-ink-soft">{refusal}</p>
      </form>
    </Page>
  );
}
