import type { ReactNode } from "react";
import { Tag } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { formatPhone, phoneHref } from "@/lib/format/phone";

type Props = {
  request: {
    applicantName: string | null;
    applicantEmail: string | null;
    applicantPhone: string | null;
    residentId: string | null;
    helperName: string | null;
  };
  isCertified: boolean;
};

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-note text-ink-soft">{term}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

export function Applicant({ request, isCertified }: Props) {
  const { applicantName, applicantEmail, applicantPhone, residentId, helperName } = request;
  return (
    <section className="rounded-md border border-line bg-surface p-4">
      <h2 className="text-h4">{applicantName ?? "Sans nom"}</h2>
      <p className="mt-1">
        {isCertified ? (
          <Tag icon="shield-check" tone="good">
            Identité certifiée
          </Tag>
        ) : (
          <Tag icon={residentId ? "user-round" : "pencil"}>
            {residentId ? "Identité du compte" : "Identité déclarée, sans compte"}
          </Tag>
        )}
      </p>
      {helperName && (
        <p className="mt-3 flex gap-2">
          <Icon name="users-round" />
          <span>
            Demande déposée par <strong>{helperName}</strong>
            {applicantName && `, pour ${applicantName}`}.
          </span>
        </p>
      )}
      <dl className="mt-3 space-y-2">
        {applicantEmail && (
          <Line term="Courriel">
            <a href={`mailto:${applicantEmail}`} className="break-all">
              {applicantEmail}
            </a>
          </Line>
        )}
        {applicantPhone && (
          <Line term="Téléphone">
            <a href={phoneHref(applicantPhone)}>{formatPhone(applicantPhone)}</a>
          </Line>
        )}
      </dl>
      {applicantName && (
        <p className="mt-1">
          <a
            href={`/agents/demandes?vue=toutes&q=${encodeURIComponent(applicantName)}`}
            className="inline-flex min-h-11 items-center"
          >
            Toutes ses demandes
          </a>
        </p>
      )}
      <p className="mt-3 text-note text-ink-soft">
        Votre lecture est inscrite dans le suivi de cette personne.
      </p>
    </section>
  );
}
