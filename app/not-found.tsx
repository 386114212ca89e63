import type { Metadata } from "next";
import { HostFrame } from "@/components/layout/frames";
import { Missing } from "@/components/layout/missing";
import { getFrame } from "@/lib/auth/frame";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Page introuvable" };

const SEARCH = { href: "/demarches", label: "Chercher une démarche" };
const ACCOUNT = { href: "/compte", label: "Aller à mon compte" };

/** An address that nothing answers; what a page itself does not find is shown in its own frame. */
export default async function NotFound() {
  const frame = await getFrame();
  return (
    <HostFrame frame={frame}>
      <Missing phone={site().HELP_PHONE} wayOut={frame.host === "connect" ? ACCOUNT : SEARCH} />
    </HostFrame>
  );
}
