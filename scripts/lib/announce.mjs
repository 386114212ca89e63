const line = (label, value, note = "") => `  ${label.padEnd(20)}${value}${note && `   ${note}`}`;

const accountLine = ({ email, givenName, familyName }) =>
  `    ${email.padEnd(30)}${givenName} ${familyName}`;

const franceConnect = ({ franceConnectUrl }) =>
  franceConnectUrl
    ? [line("FranceConnect", new URL(franceConnectUrl).origin, "simulateur, personnes inventées")]
    : [];

async function demoAccounts() {
  const { DEMO_PASSWORD, DEMO_PARTNERS, DEMO_RESIDENTS, DEMO_STAFF } = await import(
    "../../db/seed/demo-accounts.ts"
  );
  return [
    `  Comptes de démonstration, un seul mot de passe : ${DEMO_PASSWORD}`,
    ...DEMO_RESIDENTS.map(accountLine),
    ...DEMO_STAFF.map(accountLine),
    ...DEMO_PARTNERS.map(accountLine),
  ];
}

/** What was started and where, for the person who started it. */
export async function announce(settings, tookMs) {
  const addresses = [
    line("Portail", settings.portalUrl),
    line("GrandLyon Connect", settings.connectUrl),
  ];
  const simulated = [
    line("Pass Urbain", settings.partnerUrl, "service partenaire de démonstration"),
    ...franceConnect(settings),
    line("Courriels", `http://127.0.0.1:${settings.mailPort}`, "aucun ne part ailleurs"),
  ];
  const demo = settings.demo ? [...simulated, "", ...(await demoAccounts())] : [];
  const seconds = (tookMs / 1_000).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
  console.log(
    [
      "",
      `  Prêt en ${seconds} s.`,
      "",
      ...addresses,
      ...demo,
      "",
      "  Ctrl-C arrête tout ; les données restent.",
    ].join("\n"),
  );
}
