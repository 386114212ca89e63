import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { notFound } from "next/navigation";
import { env } from "@/lib/env";
import { parseMarkdown } from "../model/markdown";

/** The pages of docs/kit, in their order. */
export const GUIDE = [
  "commencer",
  "connexion",
  "donnees",
  "deconnexion",
  "mandats",
  "verifications",
  "production",
  "migration",
  "typescript-openid-client",
  "typescript-next-auth",
  "php",
  "python",
] as const;
export type GuidePage = (typeof GUIDE)[number];

const folder = join(process.cwd(), "docs", "kit");

const here = (text: string) =>
  text
    .replaceAll("{{issuer}}", new URL(env().CONNECT_URL).origin)
    .replaceAll("{{portal}}", new URL(env().PORTAL_URL).origin);

/** A page of the guide with its samples; 404 for what is not in it. */
export async function readGuide(name: string) {
  const page = GUIDE.find((known) => known === name);
  if (!page) notFound();
  const blocks = parseMarkdown(here(await readFile(join(folder, `${page}.md`), "utf8")));
  return Promise.all(
    blocks.map(async (block) =>
      block.kind === "sample"
        ? { ...block, text: await readFile(join(folder, block.path), "utf8") }
        : block,
    ),
  );
}

/** The titles of the guide, for its menu. */
export const listGuide = () =>
  Promise.all(
    GUIDE.map(async (page) => {
      const [title] = parseMarkdown(await readFile(join(folder, `${page}.md`), "utf8"));
      return { page, title: title?.kind === "heading" ? title.text : page };
    }),
  );
