import { Tag } from "@/components/ui/badge";
import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import {
  addressLines,
  GENDER_LABELS,
  type Gender,
  type IdentityOrigin,
  type PostalAddress,
} from "@/lib/accounts/model";
import { formatDay } from "@/lib/format/date";
import { formatPhone } from "@/lib/format/phone";

type Account = {
  email: string;
  emailVerifiedAt: Date;
  givenName: string;
  familyName: string;
  identityOrigin: IdentityOrigin;
  birthdate: string | null;
  gender: Gender | null;
  phone: string | null;
  address: PostalAddress | null;
  passwordChangedAt: Date;
};

const Missing = () => <span className="text-ink-soft">Rien d’indiqué</span>;

function Origin({ origin }: { origin: IdentityOrigin }) {
  return origin === "certified" ? (
    <Tag icon="shield-check" tone="good">
      Certifiée par FranceConnect
    </Tag>
  ) : (
    <Tag icon="pencil">Indiquée par vous</Tag>
  );
}

function Identity({ account }: { account: Account }) {
  const edit =
    account.identityOrigin === "declared"
      ? { href: "/compte/identite", what: "mon identité" }
      : undefined;
  return (
    <Section title="Mon identité">
      <p className="mt-2">
        <Origin origin={account.identityOrigin} />
      </p>
      <SummaryList className="mt-3">
        <SummaryRow term="Prénom et nom" action={edit} aligned>
          {account.givenName} {account.familyName}
        </SummaryRow>
        <SummaryRow term="Date de naissance" aligned>
          {account.birthdate ? formatDay(account.birthdate) : <Missing />}
        </SummaryRow>
        <SummaryRow term="Civilité" aligned>
          {account.gender ? GENDER_LABELS[account.gender] : <Missing />}
        </SummaryRow>
      </SummaryList>
    </Section>
  );
}

/** What the account knows of somebody, where it comes from, and how to change it. */
export function ProfileSummary({ account }: { account: Account }) {
  const { email, emailVerifiedAt, phone, address, passwordChangedAt } = account;
  return (
    <>
      <Identity account={account} />
      <Section title="Pour vous joindre">
        <SummaryList className="mt-4">
          <SummaryRow term="Courriel" action={{ href: "/compte/courriel", what: "mon courriel" }}>
            <span className="block">{email}</span>
            <Tag icon="circle-check" tone="good">
              Vérifié le {formatDay(emailVerifiedAt)}
            </Tag>
          </SummaryRow>
          <SummaryRow
            term="Téléphone"
            action={{ href: "/compte/telephone", what: "mon téléphone" }}
          >
            {phone ? formatPhone(phone) : <Missing />}
          </SummaryRow>
          <SummaryRow term="Adresse" action={{ href: "/compte/adresse", what: "mon adresse" }}>
            {address ? (
              addressLines(address).map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))
            ) : (
              <Missing />
            )}
          </SummaryRow>
        </SummaryList>
      </Section>
      <Section title="Connexion">
        <SummaryList className="mt-4">
          <SummaryRow
            term="Mot de passe"
            action={{ href: "/compte/mot-de-passe", what: "mon mot de passe" }}
          >
            Choisi le {formatDay(passwordChangedAt)}
          </SummaryRow>
        </SummaryList>
      </Section>
    </>
  );
}
