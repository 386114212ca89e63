import * as z from "zod";
import { listOwnActors } from "@/lib/auth/actors";
import { DomainError, notFound } from "@/lib/errors";
import { downloadFile } from "@/lib/files/queries/download";
import { answer } from "@/lib/http";

type Params = { params: Promise<{ id: string; name: string }> };

/** The refusal as a person reads it: they followed a link, and no page is around it. */
const asPage = ({ code, message }: DomainError) =>
  new Response(
    `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${message}</title><h1>${message}</h1>${
      code === "not-found"
        ? "<p>Il a été supprimé, ou il n’est pas à vous. Si vous aviez un compte ouvert, connectez-vous de nouveau.</p>"
        : ""
    }<p><a href="/mes-demandes">Voir mes demandes</a></p></html>`,
    {
      status: code === "not-found" ? 404 : 409,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "cache-control": "private, no-store",
      },
    },
  );

/** A file to whoever may read it, else 404. The name in the path is for the browser's « save as ». */
export const GET = (request: Request, { params }: Params) =>
  answer(request, async () => {
    const id = z.uuid().safeParse((await params).id);
    const isRead = request.headers.get("accept")?.includes("text/html") ?? false;
    const file = id.success
      ? downloadFile(await listOwnActors(), id.data)
      : Promise.reject(notFound("Fichier"));
    return file.catch((error: unknown) => {
      if (isRead && error instanceof DomainError) return asPage(error);
      throw error;
    });
  });
