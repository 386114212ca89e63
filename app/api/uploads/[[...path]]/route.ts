import { listOwnActors } from "@/lib/auth/actors";
import { answerUpload } from "@/lib/files/commands/upload";
import { answer, requireOurPage } from "@/lib/http";

/** Resumable uploads (tus); never through proxy.ts, which would hold their bodies in memory. */
const handle = (request: Request) =>
  answer(request, async () => {
    await requireOurPage(request);
    return answerUpload(request, await listOwnActors());
  });

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
};
