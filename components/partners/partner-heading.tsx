import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { PageTitle } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { Tabs } from "@/components/ui/tabs";

const TABS = [
  { path: "", label: "Services" },
  { path: "/comptes-essai", label: "Comptes d’essai" },
  { path: "/courriels", label: "Courriels d’essai" },
  { path: "/equipe", label: "Équipe" },
] as const;

type Props = {
  partner: { slug: string; name: string };
  current: (typeof TABS)[number]["path"];
  title: string;
  back?: { href: string; label: string };
  /** The page's `?fait=`. */
  done?: unknown;
};

const HOME = { href: "/partenaires", label: "Espace des partenaires" };

export function PartnerHeading({ partner, current, title, done, back = HOME }: Props) {
  return (
    <>
      <Done what={done} className="mb-2" />
      <BackLink href={back.href}>{back.label}</BackLink>
      <ProviderLine name={partner.name} kind="partner" />
      <PageTitle>{title}</PageTitle>
      <Tabs
        label={`Espace de ${partner.name}`}
        base={`/partenaires/${partner.slug}`}
        tabs={TABS}
        current={current}
      />
    </>
  );
}
