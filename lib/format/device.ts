import { userAgentFromString } from "next/server";

const BROWSERS: Record<string, string> = {
  "Chrome Headless": "Chrome",
  "Mobile Safari": "Safari",
  "Samsung Browser": "Samsung Internet",
};

const SYSTEMS: Record<string, string> = {
  "Chromium OS": "ChromeOS",
  iOS: "iPhone",
  "Mac OS": "Mac",
};

/** « Firefox sur Windows », « Safari sur iPhone »: what a User-Agent says, in words and without any version. */
export function formatDevice(userAgent: string | null) {
  const { browser, os, device } = userAgentFromString(userAgent ?? "");
  if (!browser.name) return "Navigateur non reconnu";
  const name = BROWSERS[browser.name] ?? browser.name;
  const system = device.model === "iPad" ? "iPad" : os.name && (SYSTEMS[os.name] ?? os.name);
  return system ? `${name} sur ${system}` : name;
}
