import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Csrf } from "@/components/ui/csrf";
import { Details } from "@/components/ui/details";
import { ProviderLine } from "@/components/ui/provider-line";
import { formatDay } from "@/lib/format/date";
import { capitalise, frenchSpaces } from "@/lib/format/text";

export type ShownConsent = {
  id: string;
  service: string;
  provider: string;
  controller: string;
  purpose: string;
  items: readonly string[];
  text: string;
  version: number;
  status: "active" | "replaced" | "withdrawn" | "expired";
  givenAt: Date;
  expiresAt: Date | null;
  endedAt: Date | null;
};

const list = (items: readonly string[]) => capitalise(items.join(", ").toLocaleLowerCase("fr"));

function Terms({ items, purpose, controller, givenAt, expiresAt }: ShownConsent) {
  const rows = [
    ["Peut lire", <strong key="items">{list(items)}</strong>],
    ["Pour", capitalise(purpose)],
    ["Responsable", controller],
    ["Depuis", formatDay(givenAt)],
    ...(expiresAt ? [["Jusqu’au", formatDay(expiresAt)] as const] : []),
  ] as const;
  return (
    <dl className="mt-4 grid gap-x-6 sm:grid-cols-[8rem_1fr] sm:gap-y-3">
      {rows.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="text-ink-soft">{term}</dt>
          <dd className="max-sm:mb-3">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The very text, kept as proof. */
function AcceptedText({ service, text, version, givenAt }: ShownConsent) {
  const paragraphs = frenchSpaces(text).split("\n");
  return (
    <Details
      summary={
        <>
          Lire le texte accepté<span className="sr-only"> pour {service}</span>
        </>
      }
    >
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className="text-note text-ink-soft">
        Version {version}, acceptée le {formatDay(givenAt)}.
      </p>
    </Details>
  );
}

type Props = { consent: ShownConsent; withdraw: (form: FormData) => Promise<void> };

/** One agreement in force: withdrawing it is one press, as giving it was. */
export function ConsentCard({ consent, withdraw }: Props) {
  const { id, service, provider } = consent;
  return (
    <Card as="li">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <ProviderLine name={provider} kind="metropole" />
          <h3 className="mt-1 text-h3">{service}</h3>
        </div>
        <Badge tone="good" icon="circle-check">
          Autorisé
        </Badge>
      </div>
      <Terms {...consent} />
      <form action={withdraw} className="mt-5">
        <Csrf />
        <input type="hidden" name="id" value={id} />
        <Button look="outline">
          Retirer mon accord<span className="sr-only"> pour {service}</span>
        </Button>
      </form>
      <div className="mt-3 -mb-2">
        <AcceptedText {...consent} />
      </div>
    </Card>
  );
}

const ENDS = {
  withdrawn: "Retiré",
  replaced: "Remplacé par un nouvel accord",
  expired: "Terminé",
} as const;

/** Agreements of the past, each with its dates and its text. */
export function PastConsents({ consents }: { consents: readonly ShownConsent[] }) {
  return (
    <ul className="divide-y divide-line">
      {consents.map((consent) => (
        <li key={consent.id} className="py-4">
          <p>
            <strong>{consent.service}</strong>, {consent.provider}
          </p>
          <p className="text-ink-soft">
            Donné le {formatDay(consent.givenAt)}.{" "}
            {ENDS[consent.status === "active" ? "expired" : consent.status]} le{" "}
            {formatDay(consent.endedAt ?? consent.expiresAt ?? consent.givenAt)}.
          </p>
          <AcceptedText {...consent} />
        </li>
      ))}
    </ul>
  );
}
