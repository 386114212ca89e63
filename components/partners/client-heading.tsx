import { BackLink } from "@/components/ui/back-link";
import { Done } from "@/components/ui/done";
import { PageTitle } from "@/components/ui/page";
import { ProviderLine } from "@/components/ui/provider-line";
import { Tabs } from "@/components/ui/tabs";
import { EnvironmentBadge } from "./client-list";

const TABS = [
  { path: "", label: "Réglages" },
  { path: "/secret", label: "Secret" },
  { path: "/appels", label: "Derniers appels" },
  { path: "/deconnexions", label: "Déconnexions" },
  { path: "/verifications", label: "Vérifications" },
  { path: "/production", label: "Production" },
  { path: "/chiffres", label: "Chiffres" },
] as const;

const IN_SANDBOX: readonly string[] = ["/verifications", "/production"];

/** The checklist is played in the sandbox, and production asked from there. */
const tabsOf = ({ environment }: Props["client"]) =>
  TABS.filter(({ path }) => environment === "sandbox" || !IN_SANDBOX.includes(path));

export type ClientTab = (typeof TABS)[number]["path"];

type Props = {
  partner: { slug: string; name: string };
  client: { id: string; name: string; environment: "sandbox" | "production" };
  current: ClientTab;
  title: string;
  /** The page's `?fait=`. */
  done?: unknown;
};

export function ClientHeading({ partner, client, current, title, done }: Props) {
  return (
    <>
      <Done what={done} className="mb-2" />
      <BackLink href={`/partenaires/${partner.slug}`}>Services</BackLink>
      <ProviderLine name={partner.name} kind="partner" />
      <PageTitle>{`${client.name}\u00a0: ${title}`}</PageTitle>
      <p className="mt-3">
        <EnvironmentBadge environment={client.environment} />
      </p>
      <Tabs
        label={`Service ${client.name}`}
        base={`/partenaires/${partner.slug}/services/${client.id}`}
        tabs={tabsOf(client)}
        current={current}
      />
    </>
  );
}
