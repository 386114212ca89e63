import { AgentList } from "@/components/administration/agent-list";
import { OrganisationHeading } from "@/components/administration/organisation-heading";
import { RoleForm } from "@/components/administration/role-form";
import { Page, Section } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { pageTitle } from "@/lib/format/text";
import { listUnits } from "@/lib/organisations/queries/find-organisation";
import {
  getAdministered,
  listRoles,
  listUnprotected,
} from "@/lib/organisations/queries/get-administered";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { addRoleAction } from "../actions";

type Props = PageProps<"/administration/[slug]/agents">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Agents", "retour" in (await searchParams)),
});

export default async function AgentsPage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const ctx = await requireAgent(`/administration/${slug}/agents`);
  const organisation = await orNotFound(getAdministered(ctx, slug));
  const [roles, units, unprotected] = await Promise.all([
    listRoles(ctx, organisation.id),
    listUnits(ctx, organisation.id),
    listUnprotected(ctx, organisation.id),
  ]);
  return (
    <Page width="wide">
      <OrganisationHeading
        organisation={organisation}
        current="/agents"
        title="Agents"
        done={search.fait}
      />
      <AgentList
        roles={roles.map((role) => ({ ...role, isUnprotected: unprotected.has(role.agentId) }))}
        units={units}
        path={`/administration/${slug}/agents`}
      />
      <Section title="Donner un rôle" className="max-w-read">
        <RoleForm
          units={units}
          posted={await takePosted(search)}
          action={addRoleAction.bind(null, slug)}
        />
      </Section>
    </Page>
  );
}
