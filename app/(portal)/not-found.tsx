import type { Metadata } from "next";
import { Missing } from "@/components/layout/frames";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Page introuvable" };

const WAY_OUT = { href: "/demarches", label: "Chercher une démarche" };

export default function PortalNotFound() {
  return <Missing phone={site().HELP_PHONE} wayOut={WAY_OUT} />;
}
