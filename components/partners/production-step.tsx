import { Button, ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { formatDay } from "@/lib/format/date";
import type { ReviewState, ScopeDecision } from "@/lib/partners/model/review";
import type { Posted } from "@/lib/result";
import { RecordForm } from "./record-form";

type Action = (form: FormData) => Promise<void>;
type Agreement = { startsOn: string; endsOn: string; signedBy: string; countersignedBy: string };

type Props = {
  review: {
    state: ReviewState;
    reason: string | null;
    submittedAt: Date | null;
    decisions: Record<string, ScopeDecision>;
    productionClientId: string | null;
  } | null;
  agreement: Agreement | null;
  partnerName: string;
  path: string;
  isChecked: boolean;
  isOwner: boolean;
  posted: Posted;
  send: Action;
  reopen: Action;
  activate: Action;
};

type Review = NonNullable<Props["review"]>;

const Reason = ({ reason }: { reason: string | null }) =>
  reason && (
    <p className="mt-2 whitespace-pre-line">
      «{"\u00a0"}
      {reason}
      {"\u00a0"}»
    </p>
  );

function Reopen({ reopen, label }: { reopen: Action; label: string }) {
  return (
    <form action={reopen} className="mt-6">
      <Csrf />
      <Button look="outline">{label}</Button>
    </form>
  );
}

function Decisions({ decisions }: Pick<Review, "decisions">) {
  return (
    <SummaryList className="mt-6">
      {Object.entries(decisions).map(([scope, { isGranted, reason }]) => (
        <SummaryRow key={scope} term={<code>{scope}</code>}>
          {isGranted ? "Accordée" : `Non accordée\u00a0: ${reason}`}
        </SummaryRow>
      ))}
    </SummaryList>
  );
}

/** What both sides agree to, in plain words. */
function AgreementText({ partnerName }: { partnerName: string }) {
  return (
    <ul className="mt-3 list-disc space-y-1 pl-6">
      <li>
        Entre {partnerName} et la Métropole de Lyon, pour ce service, sans frais, pendant 5
        {"\u00a0"}ans à partir de l’activation.
      </li>
      <li>Chacun est responsable de ses traitements. Le registre ci-joint en fait partie.</li>
      <li>
        Le service ne demande que ce qui est accordé, efface ce qu’il a reçu quand un accord est
        retiré, et prévient la Métropole sous 24{"\u00a0"}heures d’une fuite.
      </li>
      <li>L’une ou l’autre peut y mettre fin, avec trois mois de préavis.</li>
    </ul>
  );
}

function Accepted({ review, ...props }: Omit<Props, "review"> & { review: Review }) {
  const { isOwner, posted, activate, partnerName } = props;
  return (
    <>
      <Notice tone="good" className="mt-6" title="La Métropole a accepté">
        <Reason reason={review.reason} />
      </Notice>
      <Decisions decisions={review.decisions} />
      <Section title="La convention">
        <AgreementText partnerName={partnerName} />
        {isOwner ? (
          <form action={activate} className="mt-4 space-y-4">
            <Csrf />
            <ErrorSummary errors={posted.errors} />
            <Checkbox
              name="accord"
              label={`J’accepte cette convention au nom de ${partnerName}.`}
              error={posted.errors.accord}
            />
            <Button>Activer le service en production</Button>
          </form>
        ) : (
          <p className="mt-4">Un responsable de votre équipe signe et active.</p>
        )}
      </Section>
    </>
  );
}

function Live({ review, agreement, path }: Omit<Props, "review"> & { review: Review }) {
  const isLive = review.state === "active";
  return (
    <>
      <Notice
        tone={isLive ? "good" : "bad"}
        className="mt-6"
        title={isLive ? "Ce service est en production" : "La Métropole a suspendu ce service"}
      >
        <p>
          {isLive
            ? "Son identifiant et son secret de production sont sur sa propre page."
            : "Personne ne peut s’y connecter. Écrivez à la Métropole."}
        </p>
      </Notice>
      {agreement && (
        <SummaryList className="mt-6">
          <SummaryRow term="Convention">
            Du {formatDay(agreement.startsOn)} au {formatDay(agreement.endsOn)}
          </SummaryRow>
          <SummaryRow term="Signée par">
            {agreement.signedBy}, et {agreement.countersignedBy} pour la Métropole
          </SummaryRow>
        </SummaryList>
      )}
      {isLive && (
        <p className="mt-6">
          <ButtonLink href={`${path}/${review.productionClientId}`}>
            Voir le service en production
          </ButtonLink>
        </p>
      )}
    </>
  );
}

/** Where the request stands, and the one thing to do next. */
export function ProductionStep({ review, ...props }: Props) {
  if (!review || review.state === "draft")
    return <RecordForm posted={props.posted} send={props.send} isChecked={props.isChecked} />;
  if (review.state === "accepted") return <Accepted {...props} review={review} />;
  if (review.state === "active" || review.state === "suspended")
    return <Live {...props} review={review} />;
  if (review.state === "refused")
    return (
      <>
        <Notice tone="bad" className="mt-6" title="La Métropole n’a pas accepté">
          <Reason reason={review.reason} />
        </Notice>
        <Reopen reopen={props.reopen} label="Corriger la demande" />
      </>
    );
  return (
    <>
      <Notice tone="info" className="mt-6" title="La Métropole étudie votre demande">
        <p>
          {review.submittedAt && `Envoyée le ${formatDay(review.submittedAt)}. `}
          Vous recevrez sa réponse par courriel.
        </p>
      </Notice>
      <Reopen reopen={props.reopen} label="Reprendre la demande pour la modifier" />
    </>
  );
}
