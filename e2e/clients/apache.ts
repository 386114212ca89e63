import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const PACKAGES = ["apache2-bin", "libapache2-mod-auth-openidc"];
const DOWNLOAD_MS = 60_000;

const isRoot = process.getuid?.() === 0;
const hasModule = (root: string) =>
  existsSync(join(root, "usr/sbin/apache2")) &&
  existsSync(join(root, "usr/lib/apache2/modules/mod_auth_openidc.so"));

/** Debian's own packages, unpacked in a folder of ours: nothing is installed on the machine. */
async function download(root: string) {
  const archives = join(root, "archives");
  mkdirSync(join(archives, "partial"), { recursive: true });
  const options = [
    `Dir::Cache::Archives=${archives}`,
    "Debug::NoLocking=1",
    "APT::Sandbox::User=root",
  ];
  const flags = ["-y", "--download-only", "--no-install-recommends"];
  const given = options.flatMap((option) => ["-o", option]);
  await run("apt-get", ["install", ...flags, ...given, ...PACKAGES], { timeout: DOWNLOAD_MS });
  for (const name of readdirSync(archives).filter((each) => each.endsWith(".deb")))
    await run("dpkg-deb", ["-x", join(archives, name), root]);
}

/** Where an Apache with mod_auth_openidc is; or why there is none, as a string. */
export async function findApache(): Promise<{ root: string; remove: () => void } | string> {
  if (hasModule("/")) return { root: "/", remove: () => {} };
  if (process.platform !== "linux") return "Apache and mod_auth_openidc are not installed";
  const root = mkdtempSync(join(tmpdir(), "guichet-apache-"));
  const remove = () => rmSync(root, { recursive: true, force: true });
  try {
    await download(root);
    if (hasModule(root)) return { root, remove };
  } catch (error) {
    remove();
    const [reason] = String(error).split("\n");
    return `Apache and mod_auth_openidc are not installed, nor can be fetched (${reason})`;
  }
  remove();
  return "no mod_auth_openidc for this machine";
}

const MODULES = ["mpm_event", "authn_core", "authz_core", "authz_user", "headers", "auth_openidc"];

type Settings = { port: number; issuer: string; clientId: string; clientSecret: string };

/** One protected folder, as a partner would write it in an hour. */
function configuration(root: string, home: string, settings: Settings) {
  const own = `http://127.0.0.1:${settings.port}`;
  return [
    `ServerRoot "${home}"`,
    `PidFile "${home}/apache.pid"`,
    `ErrorLog "${home}/error.log"`,
    `DefaultRuntimeDir "${home}"`,
    `Listen 127.0.0.1:${settings.port}`,
    `ServerName ${own}`,
    ...(isRoot ? ["User nobody", "Group nogroup"] : []),
    ...MODULES.map(
      (name) => `LoadModule ${name}_module "${root}/usr/lib/apache2/modules/mod_${name}.so"`,
    ),
    `DocumentRoot "${home}/www"`,
    `OIDCProviderMetadataURL ${settings.issuer}/.well-known/openid-configuration`,
    `OIDCClientID ${settings.clientId}`,
    `OIDCClientSecret ${settings.clientSecret}`,
    `OIDCRedirectURI ${own}/prive/retour`,
    "OIDCCryptoPassphrase une-phrase-pour-les-essais",
    'OIDCScope "openid profile"',
    "OIDCPKCEMethod S256",
    "OIDCSessionType server-cache",
    '<Location "/prive">',
    "  AuthType openid-connect",
    "  Require valid-user",
    '  Header set X-Given-Name "%{OIDC_CLAIM_given_name}e"',
    "</Location>",
  ].join("\n");
}

async function answers(port: number, child: ChildProcess) {
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/`).catch(() => null)) return true;
    await sleep(100);
  }
  return false;
}

/** Starts it; resolves to how to stop it. */
export async function startApache(root: string, settings: Settings) {
  const home = mkdtempSync(join(tmpdir(), "guichet-apache-run-"));
  mkdirSync(join(home, "www/prive"), { recursive: true });
  writeFileSync(join(home, "www/prive/index.html"), "Bonjour");
  writeFileSync(join(home, "apache.conf"), configuration(root, home, settings));
  execFileSync("chmod", ["-R", "a+rX", home]);
  const machine = process.arch === "arm64" ? "aarch64" : "x86_64";
  const libraries = join(root, `usr/lib/${machine}-linux-gnu`);
  const env = { ...process.env, ...(root === "/" ? {} : { LD_LIBRARY_PATH: libraries }) };
  const flags = ["-f", join(home, "apache.conf"), "-D", "FOREGROUND"];
  const child = spawn(join(root, "usr/sbin/apache2"), flags, { env, stdio: "ignore" });
  const stop = async () => {
    if (child.exitCode === null) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    }
    rmSync(home, { recursive: true, force: true });
  };
  if (await answers(settings.port, child)) return stop;
  const log = join(home, "error.log");
  const said = existsSync(log) ? readFileSync(log, "utf8") : "nothing";
  await stop();
  throw new Error(`Apache did not start: ${said}`);
}
