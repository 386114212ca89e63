import { Tag } from "@/components/ui/badge";
import { Cell, Column, RowHeader, Table } from "@/components/ui/table";
import { type AgentRole, ROLE_LABELS } from "@/lib/organisations/model";

type Role = {
  agentId: string;
  email: string;
  givenName: string;
  familyName: string;
  isLinked: boolean;
  /** Has an account, with neither a passkey nor an application of codes. */
  isUnprotected: boolean;
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

const WIDE = "max-md:hidden";

function Email({ role: { email, isLinked, isUnprotected } }: { role: Role }) {
  return (
    <>
      <span className="break-all">{email}</span>
      {!isLinked && <span className="block text-note text-ink-soft">Jamais connecté</span>}
      {isUnprotected && (
        <span className="block text-note">
          <Tag icon="circle-exclamation-point" tone="warn">
            Ni clé d’accès, ni code
          </Tag>
        </span>
      )}
    </>
  );
}

/** On a small screen a row is one block: the name, then what the other columns would say. */
export function AgentList({ roles, units, path }: Props) {
  return (
    <div className="mt-6">
      <Table
        caption="Agents et rôles"
        head={
          <>
            <Column>Nom</Column>
            <Column className={WIDE}>Courriel</Column>
            <Column className={WIDE}>Rôle</Column>
            <Column className={WIDE}>Demandes lues</Column>
            <Column>
              <span className="sr-only">Actions</span>
            </Column>
          </>
        }
      >
        {roles.map((role) => {
          const name = `${role.givenName} ${role.familyName}`;
          const label = ROLE_LABELS[role.role];
          return (
            <tr key={`${role.agentId}-${role.role}`}>
              <RowHeader>
                {name}
                <span className="block font-normal md:hidden">
                  <span className="block">{label}</span>
                  <span className="block text-note text-ink-soft">{reachOf(role, units)}</span>
                  <Email role={role} />
                </span>
              </RowHeader>
              <Cell className={WIDE}>
                <Email role={role} />
              </Cell>
              <Cell className={WIDE}>{label}</Cell>
              <Cell className={WIDE}>{reachOf(role, units)}</Cell>
              <Cell className="text-right">
                <a
                  href={`${path}/${role.agentId}?role=${role.role}`}
                  className="inline-flex min-h-11 items-center"
                >
                  Retirer
                  <span className="sr-only">{`\u00a0: ${name}, ${label}`}</span>
                </a>
              </Cell>
            </tr>
          );
        })}
      </Table>
    </div>
  );
}
