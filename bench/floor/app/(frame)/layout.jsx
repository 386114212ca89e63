import { cookies } from "next/headers";
import { Frame } from "./frame";

export default async function FrameLayout({ children }) {
  const name = (await cookies()).get("name")?.value ?? "Nobody";
  return <Frame name={name}>{children}</Frame>;
}
