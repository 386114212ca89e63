import { Notice } from "@/components/ui/notice";
import { formatBirthdate } from "@/lib/format/birthdate";

type Person = {
  id: string;
  email: string;
  givenName: string;
  familyName: string;
  birthdate: string | null;
  purpose: string;
};

/** Who they are, what each is good for, and the one password they share. */
export function TestResidentList({
  people,
  password,
}: {
  people: readonly Person[];
  password: string;
}) {
  return (
    <>
      <Notice tone="info" className="mt-6" title="Un même mot de passe pour tous">
        <p>
          <code className="break-all">{password}</code>
        </p>
      </Notice>
      <ul className="mt-6 divide-y divide-line border-y border-line">
        {people.map(({ id, email, givenName, familyName, birthdate, purpose }) => (
          <li key={id} className="py-4">
            <strong>{purpose}</strong>
            <span className="block break-all">
              <code>{email}</code>
            </span>
            <span className="block text-note break-words text-ink-soft">
              {givenName} {familyName}
              {birthdate && `, ${formatBirthdate(birthdate)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
