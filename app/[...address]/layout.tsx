import type { ReactNode } from "react";
import { HostFrame } from "@/components/layout/frames";
import { getFrame } from "@/lib/auth/frame";

export default async function AnyHostLayout({ children }: { children: ReactNode }) {
  return <HostFrame frame={await getFrame()}>{children}</HostFrame>;
}
