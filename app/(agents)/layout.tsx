import type { ReactNode } from "react";
import { AgentsFrame } from "@/components/layout/agents-frame";
import { getAgentSections, getFrame } from "@/lib/auth/frame";
import { getDensity } from "@/lib/auth/theme";

export default async function AgentsLayout({ children }: { children: ReactNode }) {
  const [frame, density, sections] = await Promise.all([
    getFrame(),
    getDensity(),
    getAgentSections(),
  ]);
  return (
    <AgentsFrame frame={frame} density={density} sections={sections}>
      {children}
    </AgentsFrame>
  );
}
