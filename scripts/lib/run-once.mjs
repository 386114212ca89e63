import { spawn } from "node:child_process";
import { StartError } from "./settings.mjs";

/** Runs a Node program to its end; what it said is shown only when it fails. */
export async function runOnce(title, args, env) {
  console.log(`${title}…`);
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  child.stdout.on("data", (data) => said.push(data));
  child.stderr.on("data", (data) => said.push(data));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new StartError(`${title} : échec.\n${said.join("")}`);
}
