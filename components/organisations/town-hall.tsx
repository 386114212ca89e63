import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { formatPhone, phoneHref } from "@/lib/format/phone";
import { siteOf } from "@/lib/procedures/model";

export type Hall = {
  name: string;
  phone: string;
  email: string;
  address: string;
  openingHours: string;
  website: string | null;
};

export type Unit = { id: string; name: string; phone: string | null; openingHours: string | null };

function Phone({ phone }: { phone: string }) {
  return (
    <a
      href={phoneHref(phone)}
      className="-my-2 inline-flex min-h-11 items-center whitespace-nowrap"
    >
      {formatPhone(phone)}
    </a>
  );
}

export function TownHallCard({ hall }: { hall: Hall }) {
  return (
    <Section id="mairie" title={hall.name}>
      <SummaryList className="mt-4">
        <SummaryRow term="Téléphone">
          <Phone phone={hall.phone} />
        </SummaryRow>
        <SummaryRow term="Adresse">
          <span className="whitespace-pre-line">{hall.address}</span>
        </SummaryRow>
        <SummaryRow term="Ouverture">{hall.openingHours}</SummaryRow>
        {hall.website && (
          <SummaryRow term="Site">
            <a href={hall.website} className="-my-2 inline-flex min-h-11 items-center">
              {siteOf(hall.website)}
            </a>
          </SummaryRow>
        )}
      </SummaryList>
    </Section>
  );
}

export function UnitList({ units }: { units: readonly Unit[] }) {
  if (units.length === 0) return null;
  return (
    <Section title="Les services">
      <SummaryList className="mt-4">
        {units.map(({ id, name, phone, openingHours }) => (
          <SummaryRow key={id} term={name}>
            {phone && <Phone phone={phone} />}
            {openingHours && <p className="text-ink-soft">{openingHours}</p>}
          </SummaryRow>
        ))}
      </SummaryList>
    </Section>
  );
}
