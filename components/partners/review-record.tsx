import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { formatDay } from "@/lib/format/date";
import { type Asked, itemsAsked } from "@/lib/partners/model/data-items";
import { type ProcessingRecord, RECORD_FIELDS } from "@/lib/partners/model/review";
import { formatSiret } from "@/lib/partners/model/siret";

type Props = {
  review: {
    siret: string | null;
    clientId: string;
    record: Partial<ProcessingRecord>;
    redirectUris: readonly string[];
    postLogoutRedirectUris: readonly string[];
    backchannelLogoutUri: string | null;
    reason: string | null;
    productionClientId: string | null;
  };
  asked: Asked;
  agreement: { startsOn: string; endsOn: string; signedBy: string } | null;
};

const addresses = (list: readonly string[]) =>
  list.length === 0
    ? "Aucune"
    : list.map((address) => (
        <span key={address} className="block break-all">
          {address}
        </span>
      ));

/** All there is to know before an answer is given. */
export function ReviewRecord({ review, asked, agreement }: Props) {
  const { record } = review;
  return (
    <>
      <Section title="Ce qui est demandé">
        <SummaryList className="mt-4">
          {review.siret && <SummaryRow term="SIRET">{formatSiret(review.siret)}</SummaryRow>}
          <SummaryRow term="Bac à sable">
            <code className="break-all">{review.clientId}</code>, vérifications réussies
          </SummaryRow>
          {itemsAsked(asked).map(({ id, label, required, why, scope }) => (
            <SummaryRow key={id} term={label}>
              {why}
              <span className="block text-note text-ink-soft">
                {required ? "Nécessaire" : "Facultatif"}, portée <code>{scope}</code>
              </span>
            </SummaryRow>
          ))}
          <SummaryRow term="Adresses de retour">{addresses(review.redirectUris)}</SummaryRow>
          <SummaryRow term="Après déconnexion">
            {addresses(review.postLogoutRedirectUris)}
          </SummaryRow>
          <SummaryRow term="Déconnexion annoncée">
            {addresses(review.backchannelLogoutUri ? [review.backchannelLogoutUri] : [])}
          </SummaryRow>
        </SummaryList>
      </Section>
      <Section title="Registre de traitement">
        <SummaryList className="mt-4">
          {RECORD_FIELDS.map(([name, label]) => (
            <SummaryRow key={name} term={label}>
              <span className="whitespace-pre-line">{record[name]}</span>
            </SummaryRow>
          ))}
          <SummaryRow term="Délégué à la protection des données">
            {record.dpoName}, {record.dpoEmail}
          </SummaryRow>
        </SummaryList>
      </Section>
      {agreement && (
        <Section title="Convention">
          <p className="mt-3">
            Du {formatDay(agreement.startsOn)} au {formatDay(agreement.endsOn)}, signée par{" "}
            {agreement.signedBy}. Identifiant en production{"\u00a0"}:{" "}
            <code className="break-all">{review.productionClientId}</code>.
          </p>
        </Section>
      )}
      {review.reason && (
        <Section title="Votre message">
          <p className="mt-3 whitespace-pre-line">{review.reason}</p>
        </Section>
      )}
    </>
  );
}
