import { Tag } from "@/components/ui/badge";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import type { CivilIdentity } from "@/lib/accounts/model/civil-identity";
import { formatBirthdate } from "@/lib/format/birthdate";

/** What FranceConnect said, to the person it is about. */
export function CertifiedFacts({ civil }: { civil: CivilIdentity }) {
  return (
    <section aria-label="Votre identité" className="mt-6">
      <Tag icon="shield-check" tone="good">
        Certifié par FranceConnect
      </Tag>
      <SummaryList className="mt-3">
        <SummaryRow term="Prénoms" aligned>
          {civil.givenNames.join(" ")}
        </SummaryRow>
        <SummaryRow term="Nom de naissance" aligned>
          {civil.familyName}
        </SummaryRow>
        {civil.usageName && (
          <SummaryRow term="Nom d’usage" aligned>
            {civil.usageName}
          </SummaryRow>
        )}
        <SummaryRow term="Date de naissance" aligned>
          {formatBirthdate(civil.birthdate)}
        </SummaryRow>
      </SummaryList>
    </section>
  );
}
