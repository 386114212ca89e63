import { Cell, Column, RowHeader, Table } from "@/components/ui/table";
import { type AgentRole, ROLE_LABELS } from "@/lib/organisations/model";

type Role = {
  agentId: string;
  email: string;
  givenName: string;
  familyName: string;
  isLinked: boolean;
  role: AgentRole;
  unitIds: readonly string[];
};

type Props = {
  roles: readonly Role[];
  units: readonly { id: string; name: string }[];
  path: string;
};

/** What a role gives: the units chosen for an agent, all of them for a manager, none otherwise. */
function reachOf({ role, unitIds }: Role, units: Props["units"]) {
  if (role === "manager") return "Tous les services";
  if (role !== "agent") return "Aucune demande";
  const names = units.filter(({ id }) => unitIds.includes(id)).map(({ name }) => name);
  return names.join(", ") || "Aucun service";
}

export function AgentList({ roles, units, path }: Props) {
  return (
    <div className="mt-6">
      <Table
        caption="Agents et rôles"
        head={
          <>
            <Column>Nom</Column>
            <Column>Courriel</Column>
            <Column>Rôle</Column>
            <Column>Demandes lues</Column>
            <Column>
              <span className="sr-only">Actions</span>
            </Column>
          </>
        }
      >
        {roles.map((role) => {
          const name = `${role.givenName} ${role.familyName}`;
          return (
            <tr key={`${role.agentId}-${role.role}`}>
              <RowHeader>{name}</RowHeader>
              <Cell>
                {role.email}
                {!role.isLinked && (
                  <span className="block text-note text-ink-soft">Jamais connecté</span>
                )}
              </Cell>
              <Cell>{ROLE_LABELS[role.role]}</Cell>
              <Cell>{reachOf(role, units)}</Cell>
              <Cell>
                <a
                  href={`${path}/${role.agentId}?role=${role.role}`}
                  className="inline-flex min-h-11 items-center"
                >
                  Retirer
                  <span className="sr-only">
                    {"\u00a0"}: {name}, {ROLE_LABELS[role.role]}
                  </span>
                </a>
              </Cell>
            </tr>
          );
        })}
      </Table>
    </div>
  );
}
