import { CardLink } from "@/components/ui/card";
import { MEMBER_LABELS, type MemberRole } from "@/lib/partners/model";

type Props = { partners: readonly { slug: string; name: string; role: MemberRole }[] };

export function PartnerList({ partners }: Props) {
  return (
    <ul className="mt-4 grid gap-4">
      {partners.map(({ slug, name, role }) => (
        <CardLink
          key={slug}
          href={`/partenaires/${slug}`}
          title={name}
          below={`Vous êtes ${MEMBER_LABELS[role].toLowerCase()}`}
        />
      ))}
    </ul>
  );
}
