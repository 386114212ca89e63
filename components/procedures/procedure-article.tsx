import { chooserHref } from "@/components/territory/place-note";
import { Section } from "@/components/ui/page";
import { formatDay } from "@/lib/format/date";
import { formatLegalDelay } from "@/lib/format/number";
import type { Answer, ProcedureContent, Provision, Silence } from "@/lib/procedures/model";
import { OtherWays } from "./other-ways";
import { NextSteps, Papers, Rights } from "./page-sections";

type Organisation = {
  slug: string;
  name: string;
  kind: "metropole" | "commune" | "partner";
  phone: string;
  address: string;
  openingHours: string;
};

type Props = {
  procedure: {
    slug: string;
    title: string;
    answer: Answer;
    provisions: readonly Provision[];
    hall: Organisation | null;
    provider: {
      content: ProcedureContent;
      silence: Silence;
      legalDelayDays: number;
      checkedOn: string;
      organisation: Organisation;
      unit: { name: string | null; phone: string | null; openingHours: string | null } | null;
    } | null;
  };
};

const SILENCE: Record<Silence, string | null> = {
  acceptance: "votre demande est acceptée",
  refusal: "votre demande est refusée",
  none: null,
};

/** « Au-delà de 2 mois sans réponse, votre demande est refusée. » */
const silenceAfter = (days: number, silence: Silence) =>
  SILENCE[silence] && `Au-delà de ${formatLegalDelay(days)} sans réponse, ${SILENCE[silence]}.`;

/** A question to that organisation, with its subject filled in. */
function mistakeHref(organisation: string, title: string) {
  const subject = `Erreur sur la page «\u00a0${title}\u00a0»`;
  const search = new URLSearchParams({ organisme: organisation, "prefill.sujet": subject });
  return `/demarches/demande-information?${search}`;
}

/** The same need may be answered by the Métropole too, or by another commune. */
function OtherPlaces({
  slug,
  answer,
  provisions,
}: Omit<Props["procedure"], "title" | "hall" | "provider">) {
  const path = `/demarches/${slug}`;
  const current = "provision" in answer ? answer.provision.organisation.slug : null;
  const metropole = provisions.find(
    ({ organisation }) => organisation.kind === "metropole" && organisation.slug !== current,
  );
  const communes = provisions.some(({ organisation }) => organisation.kind === "commune");
  return (
    <>
      {metropole && (
        <p className="mt-3">
          C’est un service de la Métropole qui est concerné{"\u202f"}?{" "}
          <a href={`${path}?organisme=${metropole.organisation.slug}`}>
            Adressez-vous à la {metropole.organisation.name}
          </a>
          .
        </p>
      )}
      {communes && (
        <p className="mt-3">
          Pour une autre commune, <a href={chooserHref(path)}>choisissez la bonne mairie</a>.
        </p>
      )}
    </>
  );
}

/** For whom, with what, what then, and how else. */
export function ProcedureArticle({ procedure }: Props) {
  const { provider, answer, hall } = procedure;
  if (!provider) return hall && <OtherWays title={`Joindre la ${hall.name}`} organisation={hall} />;
  const { content, organisation, unit } = provider;
  const silence = silenceAfter(provider.legalDelayDays, provider.silence);
  const isHere = answer.kind === "here";
  return (
    <>
      <Section title={`Pour qui\u202f?`}>
        <p className="mt-3">{content.audience}</p>
        <OtherPlaces {...procedure} />
      </Section>
      {isHere && (
        <>
          <Papers papers={content.papers} />
          <NextSteps steps={silence ? [...content.next, silence] : content.next} />
        </>
      )}
      <OtherWays organisation={organisation} unit={unit} />
      {isHere && (
        <>
          <Rights {...content} provider={organisation.name} />
          <p className="mt-10 text-note text-ink-soft">
            Page vérifiée par le service {unit?.name} de la {organisation.name} le{" "}
            {formatDay(provider.checkedOn)}.{" "}
            <a
              href={mistakeHref(organisation.slug, procedure.title)}
              className="inline-flex min-h-11 items-center"
            >
              Signaler une erreur
            </a>
          </p>
        </>
      )}
    </>
  );
}
