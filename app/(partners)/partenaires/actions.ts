"use server";

import { submit } from "@/lib/action";
import { cutPreviousSecret } from "@/lib/connect/commands/cut-previous-secret";
import { rotateSecret } from "@/lib/connect/commands/rotate-secret";
import type { Context } from "@/lib/context";
import { type DoneCode, doneAt } from "@/lib/done";
import { parseInput } from "@/lib/errors";
import { activateReview } from "@/lib/partners/commands/activate";
import { createClient, updateClient } from "@/lib/partners/commands/clients";
import {
  invite,
  joinPartner,
  type Person,
  registerPartner,
  removeMember,
  withdrawInvitation,
} from "@/lib/partners/commands/members";
import { reopenReview, saveRecord, submitReview } from "@/lib/partners/commands/reviews";
import { armTrials, disarmTrials } from "@/lib/partners/commands/trials";
import { requireClient } from "@/lib/partners/queries/clients";
import { getPartner, type Partner } from "@/lib/partners/queries/members";
import { showToken } from "@/lib/partners/queries/shown-once";
import { requirePerson } from "@/lib/partners/queries/viewer";
import { rotateInput } from "@/lib/partners/schemas";
import type { Values } from "@/lib/result";

const HOME = "/partenaires";
const asResident = ({ id }: Person) => ({ actor: { kind: "resident", id } }) as const;

/** As the person signed in; `at`: where a refused form comes back. */
const asPerson = (
  form: FormData,
  at: string,
  run: (person: Person, values: Values) => Promise<string>,
) =>
  submit(form, { at, as: async () => asResident(await requirePerson(at)) }, async (_, values) =>
    run(await requirePerson(at), values),
  );

type Run = (ctx: Context, partner: Partner, values: Values, person: Person) => Promise<string>;

/** As a member of this organisation; 404 for anybody else. */
const asMember = (form: FormData, slug: string, at: string, run: Run) =>
  asPerson(form, at, async (person, values) => {
    const ctx = asResident(person);
    return run(ctx, await getPartner(ctx, slug), values, person);
  });

const teamOf = (slug: string) => `${HOME}/${slug}/equipe`;
const clientAt = (slug: string, id: string, rest = "") => `${HOME}/${slug}/services/${id}${rest}`;

/** The page that shows the secret, during ten minutes and to this person. */
const secretAt = (slug: string, id: string, { id: residentId }: Person, done: DoneCode) =>
  doneAt(clientAt(slug, id, `/secret?vu=${showToken(id, residentId)}`), done);

export async function registerPartnerAction(form: FormData) {
  await asPerson(form, `${HOME}/nouvel-organisme`, async (person, values) => {
    const { slug } = await registerPartner(person, values);
    return doneAt(`${HOME}/${slug}`, "organisme");
  });
}

export async function inviteAction(slug: string, form: FormData) {
  const at = teamOf(slug);
  await asMember(form, slug, at, async (ctx, { id }, values) => {
    await invite(ctx, id, values);
    return doneAt(at, "invitation");
  });
}

export async function withdrawInvitationAction(slug: string, invitationId: string, form: FormData) {
  const at = teamOf(slug);
  await asMember(form, slug, at, async (ctx, { id }) => {
    await withdrawInvitation(ctx, id, invitationId);
    return doneAt(at, "invitation-retiree");
  });
}

export async function removeMemberAction(slug: string, residentId: string, form: FormData) {
  const at = `${teamOf(slug)}/${residentId}`;
  await asMember(form, slug, at, async (ctx, { id }, _, person) => {
    await removeMember(ctx, id, residentId);
    return doneAt(person.id === residentId ? HOME : teamOf(slug), "membre-retire");
  });
}

export async function joinAction(id: string, key: string, form: FormData) {
  const at = `${HOME}/invitation/${id}?cle=${encodeURIComponent(key)}`;
  await asPerson(form, at, async (person) => {
    const slug = await joinPartner(person, { id, key });
    return doneAt(`${HOME}/${slug}`, "organisme-rejoint");
  });
}

export async function createClientAction(slug: string, form: FormData) {
  await asMember(
    form,
    slug,
    `${HOME}/${slug}/nouveau-service`,
    async (ctx, partner, values, person) => {
      const id = await createClient(ctx, partner, values);
      return secretAt(slug, id, person, "service-cree");
    },
  );
}

export async function updateClientAction(slug: string, clientId: string, form: FormData) {
  const at = clientAt(slug, clientId, "/modifier");
  await asMember(form, slug, at, async (ctx, partner, values) => {
    await updateClient(ctx, partner, clientId, values);
    return doneAt(clientAt(slug, clientId), "service-enregistre");
  });
}

export async function rotateSecretAction(slug: string, clientId: string, form: FormData) {
  const at = clientAt(slug, clientId, "/secret");
  await asMember(form, slug, at, async (ctx, { id }, values, person) => {
    const { days } = parseInput(rotateInput, values);
    await requireClient(ctx, id, clientId);
    await rotateSecret(ctx, clientId, Number(days));
    return secretAt(slug, clientId, person, "secret-change");
  });
}

export async function cutSecretAction(slug: string, clientId: string, form: FormData) {
  const at = clientAt(slug, clientId, "/secret");
  await asMember(form, slug, at, async (ctx, { id }) => {
    await requireClient(ctx, id, clientId);
    await cutPreviousSecret(ctx, clientId);
    return doneAt(at, "secret-coupe");
  });
}

export async function armTrialsAction(slug: string, clientId: string, form: FormData) {
  const at = clientAt(slug, clientId, "/verifications");
  await asMember(form, slug, at, async (ctx, { id }) => {
    await armTrials(ctx, id, clientId);
    return doneAt(at, "essai-arme");
  });
}

export async function disarmTrialsAction(slug: string, clientId: string, form: FormData) {
  const at = clientAt(slug, clientId, "/verifications");
  await asMember(form, slug, at, async (ctx, { id }) => {
    await disarmTrials(ctx, id, clientId);
    return doneAt(at, "essai-arrete");
  });
}

export async function sendRecordAction(slug: string, clientId: string, form: FormData) {
  const at = clientAt(slug, clientId, "/production");
  await asMember(form, slug, at, async (ctx, { id }, values) => {
    const isSent = values.suite === "envoyer";
    await (isSent ? submitReview : saveRecord)(ctx, id, clientId, values);
    return doneAt(at, isSent ? "production-demandee" : "service-enregistre");
  });
}

export async function reopenReviewAction(slug: string, clientId: string, form: FormData) {
  const at = clientAt(slug, clientId, "/production");
  await asMember(form, slug, at, async (ctx, { id }) => {
    await reopenReview(ctx, id, clientId);
    return at;
  });
}

export async function activateAction(slug: string, clientId: string, form: FormData) {
  const at = clientAt(slug, clientId, "/production");
  await asMember(form, slug, at, async (ctx, { id }, { accord }, person) => {
    const live = await activateReview(ctx, id, clientId, { isAccepted: accord === "oui" });
    return secretAt(slug, live, person, "en-production");
  });
}
