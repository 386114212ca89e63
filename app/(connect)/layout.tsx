import type { ReactNode } from "react";
import { ConnectFrame } from "@/components/layout/frames";
import { getFrame } from "@/lib/auth/frame";

export default async function ConnectLayout({ children }: { children: ReactNode }) {
  return <ConnectFrame frame={await getFrame()}>{children}</ConnectFrame>;
}
