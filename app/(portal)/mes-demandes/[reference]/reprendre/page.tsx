import { redirect } from "next/navigation";
import { unfinished } from "@/lib/forms/model";
import { openDraft } from "@/lib/requests/queries/open-draft";

/** To the first step that still lacks an answer, or to the recap. */
export default async function ResumePage({
  params,
}: PageProps<"/mes-demandes/[reference]/reprendre">) {
  const { reference } = await params;
  const { draft } = await openDraft(reference);
  const [first] = unfinished(draft.definition, draft.typed);
  redirect(`/mes-demandes/${reference}/${first?.step.id ?? "recapitulatif"}`);
}
