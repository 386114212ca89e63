import "server-only";
import { env } from "@/lib/env";
import { type PdfBlock, renderPdf } from "@/lib/integrations/pdf";
import type { Action } from "@/lib/workflows/schemas";
import { scopeNow, worldNow } from "../model/flow";
import type { RequestDetails } from "./get-request";

type DocumentAction = Extract<Action, { type: "document" }>;

/** A document of the request's workflow, filled with what the request says now: a tagged PDF. */
export async function writeDocument(request: RequestDetails, action: DocumentAction) {
  const [world, scope] = [worldNow(), scopeNow(request)];
  const title = world.render(action.title, scope, "header");
  const paragraphs = world.render(action.body, scope).split(/\n\s*\n/);
  const blocks: PdfBlock[] = [
    { kind: "title", text: title },
    ...paragraphs
      .map((text) => text.trim())
      .filter(Boolean)
      .map((text) => ({ kind: "text" as const, text })),
  ];
  const bytes = await renderPdf({
    title,
    author: request.organisationName,
    footer: `${env().PORTAL_NAME} · demande ${request.reference}`,
    blocks,
  });
  return { name: world.render(action.fileName, scope, "header"), bytes };
}
