import { formatBirthdate } from "@/lib/format/birthdate";
import { formatDay, formatDayTime } from "@/lib/format/date";
import { formatPhone } from "@/lib/format/phone";

type When = Date | null;

/** What the readable copy shows of an export. */
type Readable = {
  exportedAt: Date;
  identity: {
    givenName: string;
    familyName: string;
    birthdate: string | null;
    certificate: { at: Date } | null;
  };
  contact: {
    email: string;
    phone: string | null;
    address: {
      line1: string;
      line2?: string | undefined;
      postalCode: string;
      commune: string;
    } | null;
  };
  consents: {
    service: string;
    purpose: string;
    items: string[];
    at: Date;
    endedAt: When;
    expiresAt: When;
  }[];
  accesses: { at: Date; service: string; items: string[] }[];
  devices: { name: string; firstSeenAt: Date; lastSeenAt: Date }[];
  sessions: { device: string | null; openedAt: Date; services: string[] }[];
  journal: { at: Date; what: string }[];
};

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

type Table = { title: string; columns: readonly string[]; rows: readonly (readonly string[])[] };

const cells = (tag: "td" | 'th scope="col"', row: readonly string[]) =>
  row.map((cell) => `<${tag}>${escaped(cell)}</${tag.slice(0, 2)}>`).join("");

const section = ({ title, columns, rows }: Table) =>
  `<h2>${escaped(title)}</h2>${
    rows.length === 0
      ? "<p>Rien.</p>"
      : `<table><thead><tr>${cells('th scope="col"', columns)}</tr></thead><tbody>${rows
          .map((row) => `<tr>${cells("td", row)}</tr>`)
          .join("")}</tbody></table>`
  }`;

const dayOf = (when: When) => (when ? formatDay(when) : "");

function identityOf({ identity, contact }: Readable): Table {
  const { birthdate, certificate } = identity;
  const { address, phone } = contact;
  const known: [string, string][] = [
    ["Prénom", identity.givenName],
    ["Nom", identity.familyName],
    ["Date de naissance", birthdate ? formatBirthdate(birthdate) : ""],
    ["Certifiée par FranceConnect", dayOf(certificate?.at ?? null)],
    ["Courriel", contact.email],
    ["Téléphone", phone ? formatPhone(phone) : ""],
    [
      "Adresse",
      address
        ? [address.line1, address.line2, `${address.postalCode} ${address.commune}`]
            .filter(Boolean)
            .join(", ")
        : "",
    ],
  ];
  const rows = known.filter(([, value]) => value !== "");
  return { title: "Vos informations", columns: ["Information", "Valeur"], rows };
}

const tablesOf = (data: Readable): Table[] => [
  identityOf(data),
  {
    title: "Vos accords",
    columns: ["Service", "Pour", "Informations", "Donné le", "Jusqu’au"],
    rows: data.consents.map(({ service, purpose, items, at, endedAt, expiresAt }) => [
      service,
      purpose,
      items.join(", "),
      formatDayTime(at),
      dayOf(endedAt ?? expiresAt),
    ]),
  },
  {
    title: "Qui a lu vos informations",
    columns: ["Quand", "Service", "Informations"],
    rows: data.accesses.map(({ at, service, items }) => [
      formatDayTime(at),
      service,
      items.join(", "),
    ]),
  },
  {
    title: "Vos appareils",
    columns: ["Appareil", "Depuis le", "Dernière connexion"],
    rows: data.devices.map((one) => [
      one.name,
      dayOf(one.firstSeenAt),
      formatDayTime(one.lastSeenAt),
    ]),
  },
  {
    title: "Où votre compte est ouvert",
    columns: ["Appareil", "Depuis", "Services"],
    rows: data.sessions.map(({ device, openedAt, services }) => [
      device ?? "",
      formatDayTime(openedAt),
      services.join(", "),
    ]),
  },
  {
    title: "Journal de sécurité",
    columns: ["Quand", "Quoi"],
    rows: data.journal.map(({ at, what }) => [formatDayTime(at), what]),
  },
];

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.4rem .6rem;text-align:left;vertical-align:top}";

/** A page that opens anywhere, without this site: for whoever keeps it. */
export const readableExport = (data: Readable, accountName: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mes données – ${escaped(accountName)}</title><style>${STYLE}</style></head><body><h1>Mes données sur ${escaped(accountName)}</h1><p>Le ${formatDayTime(data.exportedAt)}.</p>${tablesOf(data).map(section).join("")}</body></html>`;
