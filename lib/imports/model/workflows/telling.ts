import { textOfHtml } from "../html";
import { type ActionInput, type Bench, tell } from "./desk";
import { audiencesOf, recipientsOf } from "./people";
import { translateWords } from "./words";

type Made = ActionInput | undefined;

const EVERYBODY = ["resident", "agents"];

/** The words of a mail are its template's, when it names one. */
function wordsOf({ item, job }: Bench, subject: string, body: string) {
  const { settings } = item;
  const template = job.library.mails.get(settings.mail_template ?? settings.comment_template ?? "");
  return {
    subject: template?.subject ?? settings[subject] ?? "",
    body: template?.body ?? settings[body] ?? "",
  };
}

function attachmentsOf(bench: Bench): string[] {
  const names = bench.item.lists.attachments ?? [];
  return names.flatMap((written) => {
    const name = written.replace(/[{}\s]/g, "").replace(/^form_var_|_raw$/g, "");
    const id = bench.job.scope.internal.get(name);
    if (!id)
      tell(
        bench,
        `pièce jointe ${written}`,
        "Seul un fichier d’un champ interne peut être joint.",
        "Gardez ce fichier dans un champ interne, puis joignez-le.",
      );
    return id ? [id] : [];
  });
}

function nobody(bench: Bench): undefined {
  tell(
    bench,
    "message sans destinataire",
    "Il ne s’adresse à personne.",
    "Dites à qui il est envoyé.",
  );
}

export function mail(bench: Bench): Made {
  const { item, job, desk, id } = bench;
  const to = recipientsOf(item.to, job.people, desk);
  if (to.length === 0) return nobody(bench);
  const { subject, body } = wordsOf(bench, "subject", "body");
  if (item.settings.mail_template && !job.library.mails.has(item.settings.mail_template))
    tell(
      bench,
      `modèle «\u00a0${item.settings.mail_template}\u00a0»`,
      "Ce modèle de courriel n’est pas dans le dossier\u00a0: le texte de l’action est repris.",
      "Relisez le courriel.",
    );
  return {
    type: "mail",
    id,
    to,
    subject: translateWords(subject || "{{ form_name }}", desk),
    body: translateWords(textOfHtml(body) || "{{ form_url }}", desk),
    attachments: attachmentsOf(bench),
  };
}

export function sms({ item, job, desk, id, ...bench }: Bench): Made {
  const to = recipientsOf(item.to, job.people, desk);
  if (to.length === 0) return nobody({ item, job, desk, id, ...bench });
  return {
    type: "sms",
    id,
    to,
    words: translateWords(item.settings.body || "{{ form_name }}", desk),
  };
}

export function notification(bench: Bench): Made {
  const { item, job, desk, id } = bench;
  const to = recipientsOf(item.to, job.people, desk);
  const { title, body = "", target_url } = item.settings;
  return {
    type: "notification",
    id,
    to: to.length > 0 ? to : ["resident"],
    title: translateWords(title || "{{ form_name }}", desk),
    body: translateWords(textOfHtml(body), desk),
    ...(target_url ? { link: translateWords(target_url, desk) } : {}),
  };
}

/** A line of the history: for those it names, or for everybody. */
export function note(bench: Bench): Made {
  const { item, job, desk, id } = bench;
  const to = audiencesOf(item.to, job.people);
  const { body } = wordsOf(bench, "subject", "comment");
  const words = translateWords(textOfHtml(body), desk);
  if (words.length === 0) {
    tell(bench, "commentaire vide", "Il n’y a rien à écrire.", "Écrivez-le s’il doit servir.");
    return undefined;
  }
  return { type: "write", id, to: to.length > 0 ? to : EVERYBODY, words };
}
