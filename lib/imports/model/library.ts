import type { PublikBlock, PublikForm, PublikPart, PublikWorkflow } from "../schemas/publik";

type Of<Root extends PublikPart["root"]> = Extract<PublikPart, { root: Root }>;

/** Every part of an export by its slug: what forms and workflows refer to. */
export type Library = {
  blocks: ReadonlyMap<string, PublikBlock>;
  workflows: ReadonlyMap<string, PublikWorkflow>;
  sources: ReadonlyMap<string, Of<"datasource">>;
  mails: ReadonlyMap<string, Of<"mail-template" | "comment-template">>;
  calls: ReadonlyMap<string, Of<"wscall">>;
  /** Names of the fields of forms and cards, by their id, by the slug that they are called by. */
  fieldNames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Names of the answers of the forms that use a workflow, by its slug. */
  answers: ReadonlyMap<string, ReadonlySet<string>>;
};

const bySlug = <Part extends { slug: string }>(parts: readonly Part[]) =>
  new Map(parts.map((part) => [part.slug, part]));

const formsOf = (parts: readonly PublikPart[]) =>
  parts.flatMap((part) => (part.root === "formdef" || part.root === "carddef" ? [part] : []));

const namesIn = ({ fields }: PublikForm) => fields.flatMap(({ varname }) => varname ?? []);

function answersOf(forms: readonly PublikForm[]) {
  const found = new Map<string, Set<string>>();
  for (const form of forms) {
    const slug = form.workflow?.id ?? "";
    found.set(slug, new Set([...(found.get(slug) ?? []), ...namesIn(form)]));
  }
  return found;
}

const fieldNamesOf = ({ slug, fields }: PublikForm) =>
  [slug, new Map(fields.map(({ id, varname }) => [id, varname ?? id]))] as const;

export const libraryOf = (parts: readonly PublikPart[]): Library => ({
  blocks: bySlug(parts.filter((part) => part.root === "block")),
  workflows: bySlug(parts.filter((part) => part.root === "workflow")),
  sources: bySlug(parts.filter((part) => part.root === "datasource")),
  mails: bySlug(
    parts.flatMap((part) =>
      part.root === "mail-template" || part.root === "comment-template" ? [part] : [],
    ),
  ),
  calls: bySlug(parts.filter((part) => part.root === "wscall")),
  fieldNames: new Map(formsOf(parts).map(fieldNamesOf)),
  answers: answersOf(formsOf(parts)),
});
