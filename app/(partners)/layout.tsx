import type { ReactNode } from "react";
import { PortalFrame } from "@/components/layout/frames";
import { getFrame } from "@/lib/auth/frame";

export default async function PartnersLayout({ children }: { children: ReactNode }) {
  return <PortalFrame frame={await getFrame()}>{children}</PortalFrame>;
}
