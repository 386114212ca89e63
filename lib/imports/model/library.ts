import type { PublikBlock, PublikPart, PublikWorkflow } from "../schemas/publik";

type Of<Root extends PublikPart["root"]> = Extract<PublikPart, { root: Root }>;

/** Every part of an export by its slug: what forms and workflows refer to. */
export type Library = {
  blocks: ReadonlyMap<string, PublikBlock>;
  workflows: ReadonlyMap<string, PublikWorkflow>;
  sources: ReadonlyMap<string, Of<"datasource">>;
  mails: ReadonlyMap<string, Of<"mail-template" | "comment-template">>;
  calls: ReadonlyMap<string, Of<"wscall">>;
};

const bySlug = <Part extends { slug: string }>(parts: readonly Part[]) =>
  new Map(parts.map((part) => [part.slug, part]));

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
});
