import type { Metadata } from "next";
import { Missing } from "@/components/layout/frames";
import { site } from "@/lib/site";

export const metadata: Metadata = { title: "Page introuvable" };

const WAY_OUT = { href: "/compte", label: "Aller à mon compte" };

export default function ConnectNotFound() {
  return <Missing phone={site().HELP_PHONE} wayOut={WAY_OUT} />;
}
