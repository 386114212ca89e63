import * as z from "zod";
import { listOwnActors } from "@/lib/auth/actors";
import { DomainError, notFound } from "@/lib/errors";
import { downloadFile } from "@/lib/files/queries/download";
import { answer } from "@/lib/http";
import { isPerson, refusalPage } from "@/lib/refusal-page";

type Params = { params: Promise<{ id: string; name: string }> };

const asPage = (request: Request, { code, message }: DomainError) =>
  refusalPage(request, {
    status: code === "not-found" ? 404 : 409,
    title: message,
    text:
      code === "not-found"
        ? "Il a été supprimé, ou il n’est pas à vous. Si vous aviez ouvert une session, connectez-vous de nouveau."
        : "",
    way: { href: "/mes-demandes", label: "Voir mes demandes" },
  });

/** A file to whoever may read it, else 404. The name in the path is for the browser's « save as ». */
export const GET = (request: Request, { params }: Params) =>
  answer(request, async () => {
    const id = z.uuid().safeParse((await params).id);
    const file = id.success
      ? downloadFile(await listOwnActors(), id.data)
      : Promise.reject(notFound("Fichier"));
    return file.catch((error: unknown) => {
      if (isPerson(request) && error instanceof DomainError) return asPage(request, error);
      throw error;
    });
  });
