import type { Metadata } from "next";
import { RequestMissing } from "@/components/requests/request-missing";

export const metadata: Metadata = { title: "Demande introuvable" };

export default function RequestNotFound() {
  return <RequestMissing />;
}
