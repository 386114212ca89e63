// Only Node's own modules here: this runs on the machine's Node, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLLOW_PARENT = new URL("follow-parent.mjs", import.meta.url).href;

const packagesOf = (path) => {
  const file = join(ROOT, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
};

/** npm writes down what it installed once it has finished: an interrupted install does not count. */
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === "" ||
      installed[path]?.version === version ||
      (!installed[path] && (optional || devOptional || peer)),
  );
}

/** `npm ci`, once; again when package-lock.json has changed. */
export function install() {
  if (isInstalled()) return;
  console.log("Installation des dépendances (une seule fois, quelques minutes)…");
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const args = [...first, "ci", "--include=dev", "--include=optional", "--loglevel=error"];
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit" });
  if (status === 0) return;
  console.error(
    `npm ci a échoué${error ? ` (${error.message})` : ""}. Vérifiez l’accès au registre npm.`,
  );
  process.exit(1);
}

const parentOf = (pid) => {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) ? readFileSync(stat, "utf8").split(") ").at(-1).split(" ")[1] : "";
};

/** npm runs us through a shell: when one of the two is killed, nobody is left to stop us, so we stop. */
export function onLauncherGone(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const launchers = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const atStart = launchers();
  setInterval(() => launchers() !== atStart && stop(), 1_000).unref();
}

const pinnedNode = () =>
  [`node_modules/node-${process.platform}-${process.arch}/bin/node`, "node_modules/.bin/node"]
    .map((path) => join(ROOT, path))
    .find((path) => existsSync(path));

/**
 * Goes on in the Node that the project pins. True: this process is that Node; false: another one
 * has taken over, and this one only passes signals on and ends with it.
 */
export function isPinnedNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return true;
  const node = pinnedNode();
  if (!node) {
    console.error(
      `Node ${process.versions.node} est trop ancien et le projet n’en fournit pas pour ${process.platform}-${process.arch} : installez Node 24.`,
    );
    process.exit(1);
  }
  const child = spawn(node, ["--import", FOLLOW_PARENT, ...process.argv.slice(1)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PATH: `${join(ROOT, "node_modules/.bin")}:${process.env.PATH}` },
    // A Ctrl-C then reaches this process alone, which passes it on once.
    detached: true,
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  onLauncherGone(() => child.kill("SIGTERM"));
  child.on("exit", (code) => process.exit(code ?? 1));
  return false;
}

/** True when the rest of the program may go on here: installed, and on the right Node. */
export function bootstrap() {
  process.chdir(ROOT);
  install();
  return isPinnedNode();
}
