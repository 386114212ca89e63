"use client";

import { Section } from "@/components/ui/page";
import { SummaryList, SummaryRow } from "@/components/ui/summary-list";
import { formatPhone, phoneHref } from "@/lib/format/phone";

type Props = {
  title?: string;
  organisation: { name: string; phone: string; address: string; openingHours: string };
  unit?: { name: string | null; phone: string | null; openingHours: string | null } | null;
};

/** The lines of an address after the addressee: « 20 rue du Lac, 69003 Lyon ». */
const placeOf = (address: string) => address.split("\n").slice(1).join(", ");

/** Phone, counter and paper beside the digital way. */
export function OtherWays({ title = "Faire autrement", organisation, unit }: Props) {
  const phone = unit?.phone ?? organisation.phone;
  return (
    <Section title={title}>
      <SummaryList className="mt-4">
        <SummaryRow term="Par téléphone">
          <a
            href={phoneHref(phone)}
            className="-my-2 inline-flex min-h-11 items-center whitespace-nowrap"
          >
            {formatPhone(phone)}
          </a>
          <br />
          <span className="text-ink-soft">{unit?.openingHours ?? organisation.openingHours}</span>
        </SummaryRow>
        <SummaryRow term="Au guichet">
          {placeOf(organisation.address)}
          <br />
          <span className="text-ink-soft">{organisation.openingHours}</span>
        </SummaryRow>
        <SummaryRow term="Par courrier">
          <span className="whitespace-pre-line">
            {unit?.name ? `Service ${unit.name}\n` : ""}
            {organisation.address}
          </span>
        </SummaryRow>
      </SummaryList>
    </Section>
  );
}
