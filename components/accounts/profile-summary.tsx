import { Tag } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import {
  addressLines,
  GENDER_LABELS,
  type Gender,
  type IdentityOrigin,
  type PostalAddress,
} from "@/lib/accounts/model";
import type { CivilIdentity } from "@/lib/accounts/model/civil-identity";
import { formatBirthdate } from "@/lib/format/birthdate";
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
  hasPassword: boolean;
  passwordChangedAt: Date;
  certificate: { at: Date; pivot: CivilIdentity } | null;
};

const Missing = () => <span className="text-ink-soft">Rien d’indiqué</span>;

function Origin({ certificate }: Pick<Account, "certificate">) {
  return certificate ? (
    <Tag icon="shield-check" tone="good">
      Certifiée par FranceConnect le {formatDay(certificate.at)}
    </Tag>
  ) : (
    <Tag icon="pencil">Indiquée par vous</Tag>
  );
}

/** Birth and usage names, and every first name, as the civil registry has them. */
function Certified({ pivot }: { pivot: CivilIdentity }) {
  return (
    <>
      <SummaryRow term="Prénoms" aligned>
        {pivot.givenNames.join(" ")}
      </SummaryRow>
      {pivot.usageName && (
        <SummaryRow term="Nom d’usage" aligned>
          {pivot.usageName}
        </SummaryRow>
      )}
    </>
  );
}

function Identity({ account, canCertify }: Props) {
  const edit =
    account.identityOrigin === "declared"
      ? { href: "/compte/identite", what: "mon identité" }
      : undefined;
  return (
    <Section title="Mon identité">
      <p className="mt-2">
        <Origin certificate={account.certificate} />
      </p>
      <SummaryList className="mt-3">
        <SummaryRow term="Prénom et nom" action={edit} aligned>
          {account.givenName} {account.familyName}
        </SummaryRow>
        {account.certificate && <Certified pivot={account.certificate.pivot} />}
        <SummaryRow term="Date de naissance" aligned>
          {account.birthdate ? formatBirthdate(account.birthdate) : <Missing />}
        </SummaryRow>
        <SummaryRow term="Civilité" aligned>
          {account.gender ? GENDER_LABELS[account.gender] : <Missing />}
        </SummaryRow>
      </SummaryList>
      {canCertify && !account.certificate && (
        <p className="mt-4">
          <ButtonLink look="outline" href="/compte/certification" icon="shield-check">
            Certifier mon identité avec FranceConnect
          </ButtonLink>
        </p>
      )}
    </Section>
  );
}

type Props = { account: Account; canCertify: boolean };

/** What the account knows of somebody, where it comes from, and how to change it. */
export function ProfileSummary({ account, canCertify }: Props) {
  const { email, emailVerifiedAt, phone, address, passwordChangedAt } = account;
  return (
    <>
      <Identity account={account} canCertify={canCertify} />
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
            term="Protection"
            action={{ href: "/compte/connexion", label: "Voir", what: "mes moyens de connexion" }}
          >
            Clés d’accès, codes, codes de secours
          </SummaryRow>
          {account.certificate && <SummaryRow term="FranceConnect">Ouvre ce compte</SummaryRow>}
          <SummaryRow
            term="Mot de passe"
            action={{ href: "/compte/mot-de-passe", what: "mon mot de passe" }}
          >
            {account.hasPassword ? `Choisi le ${formatDay(passwordChangedAt)}` : "Aucun"}
          </SummaryRow>
        </SummaryList>
      </Section>
    </>
  );
}
