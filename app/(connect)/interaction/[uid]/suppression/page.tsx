import type { Metadata } from "next";
import { InteractionOver } from "@/components/connect/interaction-over";
import { KeepAccount } from "@/components/lifecycle/keep-account";
import { system } from "@/lib/auth/actor";
import { findInteraction } from "@/lib/connect/provider/interactions";
import { findClosure } from "@/lib/lifecycle/queries";
import { takePosted } from "@/lib/posted";

export const metadata: Metadata = { title: "Garder mon compte" };

type Props = PageProps<"/interaction/[uid]/suppression">;

/** On the way to a service, with an account that waits to be deleted. */
export default async function KeepAccountFirstPage({ params, searchParams }: Props) {
  const { uid } = await params;
  const interaction = await findInteraction(uid);
  const accountId =
    interaction?.prompt.name === "keep" ? interaction.session?.accountId : undefined;
  const closure = accountId ? await findClosure(system("connect"), accountId) : null;
  if (!closure) return <InteractionOver />;
  const { errors } = await takePosted(await searchParams);
  return (
    <KeepAccount dueAt={closure.dueAt} action={`/interaction/${uid}/garder`} errors={errors} />
  );
}
