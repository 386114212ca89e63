import "server-only";
import { conflict } from "@/lib/errors";
import { recordActing } from "@/lib/mandates/commands/record-acting";
import { findActingMandate, listActingMandates } from "@/lib/mandates/queries";
import { findCurrentConsent } from "./grants";
import { finishInteraction, type Interaction } from "./interactions";

const partiesOf = ({ session, params }: Interaction) => ({
  accountId: session?.accountId ?? "",
  clientId: String(params.client_id ?? ""),
});

/** In whose name this account may go on to this service, and whom the service or a link asks for. */
export async function describeChoice(interaction: Interaction) {
  const { accountId, clientId } = partiesOf(interaction);
  const mandates = await listActingMandates(accountId, clientId);
  const asked = interaction.params.mandate;
  return { mandates, asked: mandates.some(({ id }) => id === asked) ? String(asked) : null };
}

const OVER = "Ce mandat n’est plus en cours pour ce service. Choisissez autrement.";

const NO_CONSENT =
  "Cette personne a retiré son accord à ce service, ou doit le renouveler. Demandez-lui de s’y connecter une fois, puis recommencez.";

/** Goes on in somebody’s name, or in one’s own (`none`); where to. Both journals say when somebody acts for another. */
export async function chooseMandate(interaction: Interaction, choice: string) {
  if (choice === "none") return finishInteraction(interaction, { mandate: { id: null } });
  const { accountId, clientId } = partiesOf(interaction);
  const mandate = await findActingMandate(choice, accountId, clientId);
  if (!mandate) throw conflict(OVER);
  if (!(await findCurrentConsent(mandate.personId, clientId))) throw conflict(NO_CONSENT);
  await recordActing({ actor: { kind: "account", id: accountId } }, mandate, clientId);
  return finishInteraction(interaction, { mandate: { id: mandate.id } });
}
