import type { ReactNode } from "react";
import { ActingBanner } from "@/components/layout/acting-banner";
import { HostFrame } from "@/components/layout/frames";
import { getActing, getFrame } from "@/lib/auth/frame";

export default async function LegalLayout({ children }: { children: ReactNode }) {
  const [frame, acting] = [await getFrame(), await getActing()];
  return (
    <HostFrame frame={frame} banner={acting && <ActingBanner {...acting} />}>
      {children}
    </HostFrame>
  );
}
