import { notFound } from "next/navigation";

/** An address that nothing else answers. A not-found.tsx at the root would be sent along with every page. */
export default function NoSuchAddress() {
  return notFound();
}
