import "server-only";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { listFilesOf } from "@/lib/files/queries/files";
import { formatFileKind } from "@/lib/format/file";
import { subjectName } from "@/lib/format/text";
import { type SummaryRow, summary } from "@/lib/forms/model";
import { type PdfBlock, renderPdf } from "@/lib/integrations/pdf";
import {
  delaySentences,
  remedySentence,
  requestFacts,
  serviceFacts,
} from "../model/acknowledgement";
import type { Receipt } from "./get-receipt";

type Files = Awaited<ReturnType<typeof listFilesOf>>;

function factOf({ label, lines, fileIds }: SummaryRow, files: Files) {
  const sent = files.filter(({ id }) => fileIds.includes(id));
  const told = [
    ...lines,
    ...sent.map(({ name, mediaType, size }) => `${name} (${formatFileKind(mediaType, size)})`),
  ];
  return { name: label, lines: told.length > 0 ? told : ["Non renseigné"] };
}

const text = (sentence: string): PdfBlock => ({ kind: "text", text: sentence });
const heading = (title: string): PdfBlock => ({ kind: "heading", text: title });

/** The acknowledgement of a request with its answers, as a tagged PDF (CRPA L112-11, R112-5). */
export async function renderAcknowledgement(ctx: Context, receipt: Receipt, code: string | null) {
  const files = await listFilesOf(ctx, receipt.id);
  const remedy = remedySentence(receipt);
  const blocks: PdfBlock[] = [
    { kind: "title", text: "Accusé de réception" },
    text(
      `${subjectName(receipt.organisationName)} a reçu votre demande${receipt.applicantName ? `, ${receipt.applicantName}` : ""}. Gardez ce document.`,
    ),
    { kind: "facts", facts: requestFacts(receipt, code) },
    heading("Qui s’en occupe"),
    { kind: "facts", facts: serviceFacts(receipt) },
    heading("Le délai de réponse"),
    ...delaySentences(receipt).map(text),
    ...(remedy ? [text(remedy)] : []),
    ...(receipt.content.next.length > 0
      ? [heading("La suite"), { kind: "list" as const, items: receipt.content.next }]
      : []),
    ...summary(receipt.definition, receipt.answers, receipt.origins).flatMap(({ title, rows }) => [
      heading(`Vos réponses\u00a0: ${title}`),
      { kind: "facts" as const, facts: rows.map((row) => factOf(row, files)) },
    ]),
  ];
  return renderPdf({
    title: `Accusé de réception ${receipt.reference}`,
    author: receipt.organisationName,
    footer: `${env().PORTAL_NAME} · demande ${receipt.reference}`,
    blocks,
  });
}
