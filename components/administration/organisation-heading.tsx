import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { PageTitle } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { Tabs } from "@/components/ui/tabs";
import type { OrganisationKind } from "@/lib/organisations/model";

const TABS = [
  { path: "", label: "Coordonnées" },
  { path: "/services", label: "Services" },
  { path: "/agents", label: "Agents" },
] as const;

export type Tab = (typeof TABS)[number]["path"];

type Props = {
  organisation: { slug: string; name: string; kind: OrganisationKind };
  current: Tab;
  title: string;
  /** The page above this one; the administration's own when it is a tab's. */
  back?: { href: string; label: string };
  /** The page's `?fait=`. */
  done?: unknown;
};

const HOME = { href: "/administration", label: "Administration" };

export function OrganisationHeading({ organisation, current, title, done, back = HOME }: Props) {
  return (
    <>
      <Done what={done} className="mb-2" />
      <BackLink href={back.href}>{back.label}</BackLink>
      <ProviderLine name={organisation.name} kind={organisation.kind} />
      <PageTitle>{title}</PageTitle>
      <Tabs
        label={`Administration de la ${organisation.name}`}
        base={`/administration/${organisation.slug}`}
        tabs={TABS}
        current={current}
      />
    </>
  );
}
