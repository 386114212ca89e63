import * as z from "zod";
import { listOwnActors } from "@/lib/auth/actors";
import { notFound } from "@/lib/errors";
import { downloadFile } from "@/lib/files/queries/download";
import { answer } from "@/lib/http";

type Params = { params: Promise<{ id: string; name: string }> };

/** A file to whoever may read it, else 404. The name in the path is for the browser's « save as ». */
export const GET = (request: Request, { params }: Params) =>
  answer(request, async () => {
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("Fichier");
    return downloadFile(await listOwnActors(), id.data);
  });
