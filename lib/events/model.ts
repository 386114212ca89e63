/** Everything that can be recorded: `noun.verb`. Add yours, sorted. */
export const ACTIONS = [
  "account.add-passkey",
  "account.add-totp",
  "account.ask-code",
  "account.ask-closure",
  "account.ask-email-change",
  "account.ask-reset",
  "account.ask-sign-in-link",
  "account.change-email",
  "account.change-password",
  "account.close",
  "account.confirm",
  "account.create",
  "account.erase",
  "account.import",
  "account.keep",
  "account.merge",
  "account.new-device",
  "account.prove-other",
  "account.refuse-device",
  "account.refuse-second-step",
  "account.refuse-sign-in",
  "account.remove-passkey",
  "account.remove-totp",
  "account.rename-passkey",
  "account.renew-recovery-codes",
  "account.reset-password",
  "account.send-mail",
  "account.sign-in",
  "account.sign-up",
  "account.test-create",
  "account.start-totp",
  "account.undo-email-change",
  "account.update-profile",
  "account.use-recovery-code",
  "account.warn-closure",
  "account.welcome",
  "agent.add-role",
  "agent.remove-role",
  "agreement.sign",
  "client.cut-secret",
  "client.give-up-logout",
  "child.add",
  "child.decline",
  "child.invite",
  "child.join",
  "child.remove",
  "child.update",
  "client.register",
  "client.resume",
  "client.revoke-access",
  "client.rotate-secret",
  "client.suspend",
  "consent.give",
  "consent.refuse",
  "consent.withdraw",
  "data.read",
  "file.add",
  "file.attach",
  "file.expire",
  "file.remove",
  "file.scan",
  "identity.ask",
  "identity.certify",
  "identity.move",
  "key.create",
  "key.rotate",
  "mandate.accept",
  "mandate.act",
  "mandate.ask",
  "mandate.end",
  "mandate.refuse",
  "mandate.send-mail",
  "notice.publish",
  "notification.queue",
  "notification.send",
  "organisation.update",
  "partner.activate",
  "partner.add-member",
  "partner.arm-trial",
  "partner.ask-production",
  "partner.create-client",
  "partner.decide",
  "partner.invite",
  "partner.register",
  "partner.remove-member",
  "partner.save-record",
  "partner.send-mail",
  "partner.suspend",
  "partner.update-client",
  "partner.withdraw-invitation",
  "procedure.hand-over",
  "request.answer",
  "request.ask",
  "request.assign",
  "request.certify",
  "request.claim",
  "request.discard",
  "request.hand-over",
  "request.message",
  "request.move",
  "request.note",
  "request.read",
  "request.receive",
  "request.release",
  "request.reply",
  "request.start",
  "request.submit",
  "request.withdraw",
  "session.end",
  "session.open",
  "unit.add",
  "unit.close",
  "unit.hand-over",
  "unit.rename",
] as const;

export type Action = (typeof ACTIONS)[number];

/** What changes a request's status or its assignment: bumps its revision. */
export const CHANGES = [
  "request.ask",
  "request.assign",
  "request.claim",
  "request.hand-over",
  "request.move",
  "request.receive",
  "request.release",
  "request.reply",
  "request.submit",
  "request.withdraw",
] as const satisfies readonly Action[];

/** What the resident is told of a request: neither who has it among the agents, nor what they note. */
export const TOLD_TO_RESIDENT = CHANGES.filter(
  (action) => action !== "request.assign" && action !== "request.release",
);

type Details = Record<string, unknown>;

const MOVES: Record<string, string> = {
  in_review: "Prise en charge",
  accepted: "Demande acceptée",
  refused: "Demande refusée",
  cancelled: "Demande annulée",
  closed: "Demande clôturée",
};

/** What happened, in a few words, to whoever reads a request's history. */
const LABELS: Record<(typeof CHANGES)[number], string> = {
  "request.ask": "Complément demandé",
  "request.assign": "Demande attribuée",
  "request.claim": "Demande rattachée au compte",
  "request.hand-over": "Demande confiée à un autre service",
  "request.move": "Demande modifiée",
  "request.receive": "Demande reçue",
  "request.release": "Demande rendue à la file",
  "request.reply": "Réponse au complément",
  "request.submit": "Demande envoyée",
  "request.withdraw": "Demande annulée",
};

export function changeLabel(action: Action, details: Details) {
  if (action === "request.move" && details.transition === "resume") return "Examen repris";
  if (action === "request.hand-over" && typeof details.unitName === "string")
    return `Demande confiée au service ${details.unitName}`;
  if (action === "request.move") return MOVES[String(details.to)] ?? LABELS[action];
  return (LABELS as Partial<Record<Action, string>>)[action] ?? "";
}

/** « par Paul Durand, pour Samira Benali », when somebody acted in another’s name; nothing otherwise. */
export const inNameByline = ({ helper }: Details, person: string | null) =>
  typeof helper === "string" ? `par ${helper}, pour ${person ?? "l’usager"}` : undefined;
