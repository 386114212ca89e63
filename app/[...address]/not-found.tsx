import type { Metadata } from "next";
import { headers } from "next/headers";
import { Missing } from "@/components/layout/frames";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Page introuvable" };

const SEARCH = { href: "/demarches", label: "Chercher une démarche" };
const ACCOUNT = { href: "/compte", label: "Aller à mon compte" };

/** On either host; what a page itself does not find is shown in its own frame. */
export default async function AddressNotFound() {
  const isConnect = (await headers()).get("x-host") === "connect";
  return <Missing phone={site().HELP_PHONE} wayOut={isConnect ? ACCOUNT : SEARCH} />;
}
