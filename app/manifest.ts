import type { MetadataRoute } from "next";
import { headers } from "next/headers";
import { env } from "@/lib/env";

/** Lets people keep the portal, or their account, on their phone's first screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const isConnect = (await headers()).get("x-host") === "connect";
  const name = isConnect ? env().ACCOUNT_NAME : env().PORTAL_NAME;
  return {
    name,
    short_name: name,
    lang: "fr",
    start_url: "/",
    display: "minimal-ui",
    background_color: "#fbfaf7",
    theme_color: "#0b3f4c",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
    ],
  };
}
