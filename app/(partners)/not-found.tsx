import type { Metadata } from "next";
import { Missing } from "@/components/layout/frames";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Page introuvable" };

const WAY_OUT = { href: "/partenaires", label: "Aller à l’espace des partenaires" };

export default function PartnersNotFound() {
  return <Missing phone={site().HELP_PHONE} wayOut={WAY_OUT} />;
}
