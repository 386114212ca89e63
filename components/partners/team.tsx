import { Button } from "@/components/ui/button";
import { Radios } from "@/components/ui/choices";
import { fieldOf } from "@/components/ui/control";
import { Csrf } from "@/components/ui/csrf";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextInput } from "@/components/ui/field";
import { formatDay } from "@/lib/format/date";
import { MEMBER_LABELS, MEMBER_ROLES, type MemberRole } from "@/lib/partners/model";
import type { Posted } from "@/lib/result";

type Action = (form: FormData) => Promise<void>;

type Props = {
  members: readonly { residentId: string; name: string; email: string; role: MemberRole }[];
  invitations: readonly { id: string; email: string; role: MemberRole; expiresAt: Date }[];
  path: string;
  removable: (residentId: string) => boolean;
  withdraw: (invitationId: string) => Action;
};

const ROW = "flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4";

/** Who is there, then who was invited and has not come yet. */
export function MemberList({ members, invitations, path, removable, withdraw }: Props) {
  return (
    <ul className="mt-6 divide-y divide-line border-y border-line">
      {members.map(({ residentId, name, email, role }) => (
        <li key={residentId} className={ROW}>
          <span className="min-w-0">
            <strong>{name}</strong>
            <span className="block text-note break-all text-ink-soft">
              {email} · {MEMBER_LABELS[role]}
            </span>
          </span>
          {removable(residentId) && (
            <a href={`${path}/${residentId}`} className="inline-flex min-h-11 items-center">
              Retirer<span className="sr-only">{` ${name}`}</span>
            </a>
          )}
        </li>
      ))}
      {invitations.map(({ id, email, role, expiresAt }) => (
        <li key={id} className={ROW}>
          <span className="min-w-0">
            <strong className="break-all">{email}</strong>
            <span className="block text-note text-ink-soft">
              {`${MEMBER_LABELS[role]}, invitation valable jusqu’au ${formatDay(expiresAt)}`}
            </span>
          </span>
          <form action={withdraw(id)}>
            <Csrf />
            <Button look="link">
              Retirer l’invitation<span className="sr-only">{` de ${email}`}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

const HINTS: Record<MemberRole, string> = {
  owner: "Invite, retire, et active un service en production.",
  developer: "Crée et règle les services, change les secrets, demande la production.",
};

export function InviteForm({ posted, action }: { posted: Posted; action: Action }) {
  return (
    <>
      <ErrorSummary errors={posted.errors} />
      <form action={action} noValidate className="mt-4 space-y-6">
        <Csrf />
        <TextInput
          {...fieldOf(posted, "email")}
          label="Courriel"
          hint="Nous y envoyons un lien qui sert une seule fois, pendant 7 jours."
          type="email"
        />
        <Radios
          {...fieldOf(posted, "role")}
          label="Rôle"
          options={MEMBER_ROLES.map((value) => ({
            value,
            label: MEMBER_LABELS[value],
            hint: HINTS[value],
          }))}
        />
        <Button>Envoyer l’invitation</Button>
      </form>
    </>
  );
}
