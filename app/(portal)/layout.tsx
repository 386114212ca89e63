import type { ReactNode } from "react";
import { ActingBanner } from "@/components/layout/acting-banner";
import { PortalFrame } from "@/components/layout/frames";
import { getActing, getFrame } from "@/lib/auth/frame";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [frame, acting] = [await getFrame(), await getActing()];
  return (
    <PortalFrame frame={frame} banner={acting && <ActingBanner {...acting} />}>
      {children}
    </PortalFrame>
  );
}
