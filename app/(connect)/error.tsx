"use client";

import type { ComponentProps } from "react";
import { Failure } from "@/components/layout/failure";

export default function ConnectError(props: Omit<ComponentProps<typeof Failure>, "home">) {
  return <Failure {...props} home="/compte" />;
}
