import { notFound } from "next/navigation";
import { OrganisationHeading } from "@/components/administration/organisation-heading";
import { Button, ButtonLink } from "@/components/ui/button";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Page } from "@/components/ui/page";
import { requireAgent } from "@/lib/auth/session";
import { pageTitle, toName } from "@/lib/format/text";
import { ROLE_LABELS } from "@/lib/organisations/model";
import { getAdministered, listRoles } from "@/lib/organisations/queries/get-administered";
import { orNotFound } from "@/lib/page";
import { takePosted } from "@/lib/posted";
import { removeRoleAction } from "../../actions";

type Props = PageProps<"/administration/[slug]/agents/[agent]">;

export const generateMetadata = async ({ searchParams }: Props) => ({
  title: pageTitle("Retirer un rôle", "retour" in (await searchParams)),
});

export default async function RemoveRolePage({ params, searchParams }: Props) {
  const [{ slug, agent: agentId }, search] = await Promise.all([params, searchParams]);
  const list = `/administration/${slug}/agents`;
  const ctx = await requireAgent(`${list}/${agentId}`);
  const organisation = await orNotFound(getAdministered(ctx, slug));
  const posted = await takePosted(search);
  const asked = posted.values.role ?? search.role;
  const roles = await listRoles(ctx, organisation.id);
  const held = roles.find((row) => row.agentId === agentId && row.role === asked);
  if (!held) notFound();
  const name = `${held.givenName} ${held.familyName}`;
  return (
    <Page>
      <OrganisationHeading
        organisation={organisation}
        current="/agents"
        title={`Retirer un rôle à ${name}`}
        back={{ href: list, label: "Agents" }}
      />
      <ErrorSummary errors={posted.errors} />
      <p className="mt-6">
        {name} ({held.email}) n’aura plus le rôle «{"\u00a0"}
        {ROLE_LABELS[held.role]}
        {"\u00a0"}» {toName(organisation.name)}, dès maintenant. Ce que cette personne a déjà fait
        reste inscrit à son nom.
      </p>
      <form
        action={removeRoleAction.bind(null, slug, agentId)}
        className="mt-6 flex flex-wrap gap-4"
      >
        <Csrf />
        <input type="hidden" name="role" value={held.role} />
        <Button look="danger">Retirer ce rôle à {name}</Button>
        <ButtonLink look="outline" href={list}>
          Garder ce rôle
        </ButtonLink>
      </form>
    </Page>
  );
}
