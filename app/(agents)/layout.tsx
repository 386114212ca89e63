import type { ReactNode } from "react";
import { AgentsFrame } from "@/components/layout/frames";
import { getFrame } from "@/lib/auth/frame";
import { getDensity } from "@/lib/auth/theme";

const SECTIONS = [{ href: "/agents", label: "Demandes" }];

export default async function AgentsLayout({ children }: { children: ReactNode }) {
  const [frame, density] = await Promise.all([getFrame(), getDensity()]);
  return (
    <AgentsFrame frame={frame} density={density} sections={SECTIONS}>
      {children}
    </AgentsFrame>
  );
}
