import type { Metadata } from "next";
import { Missing } from "@/components/layout/agents-frame";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Page introuvable" };

const WAY_OUT = { href: "/", label: "Aller à l’accueil" };

export default function AdministrationNotFound() {
  return <Missing phone={site().HELP_PHONE} wayOut={WAY_OUT} />;
}
