// Plain JavaScript without dependencies, as workspace.js.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Undefined: not tried yet. */
let isUpdated;

const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
const canInstall = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

const apt = (...words) =>
  spawnSync("apt-get", ["-qq", ...words], { env: environment, stdio: ["ignore", "ignore", "inherit"] })
    .status === 0;

/**
 * Installs the first of these packages that there is, where that is possible: on Debian and its kin, as root. No service of theirs
 * is started. False: it was not.
 */
export function installFromDebian(...names) {
  if (!canInstall()) return false;
  isUpdated ??= apt("update");
  return isUpdated && names.some((name) => apt("install", "-y", "--no-install-recommends", name));
}

/** With what the media server is built: a file of each package. */
const mediaPackages = [
  ["/usr/bin/g++", "g++"],
  ["/usr/bin/pkg-config", "pkg-config"],
  ["/usr/bin/flatc", "flatbuffers-compiler"],
  ["/usr/include/flatbuffers/flatbuffers.h", "libflatbuffers-dev"],
  ["/usr/include/uv.h", "libuv1-dev"],
  ["/usr/include/srtp2/srtp.h", "libsrtp2-dev"],
  ["/usr/include/openssl/ssl.h", "libssl-dev"],
  ["/usr/include/absl/strings/string_view.h", "libabsl-dev"],
];

/**
 * Begins to install what video is built with, beside everything else, where that is possible. The server looks for it now and then,
 * and says what is missing until then. What apt has begun goes on to its end, whoever ends this process.
 */
export function beginToInstallMediaPackages() {
  if (process.env.CONSILIUM_MEDIA === "off" || process.env.MEDIASOUP_WORKER_BIN || !canInstall()) return;
  const missing = mediaPackages.flatMap(([file, name]) => (existsSync(file) ? [] : [name]));
  if (missing.length === 0) return;
  console.log(`Installing what video is built with, beside the server: ${missing.join(" ")}.`);
  // Somebody else's apt may be at work.
  const script =
    'apt-get -qq update && apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"';
  spawn("nice", ["-n", "19", "sh", "-c", script, "sh", ...missing], {
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  }).unref();
}

/** What only some of the tests need: without it they say that they are skipped. */
export function installTools() {
  for (const [program, name] of [
    ["/usr/bin/redis-server", "redis-server"],
    ["/usr/bin/spin", "spin"],
    ["/usr/bin/gcc", "gcc"],
    ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so", "orthanc-dicomweb"],
    ["/usr/include/stdio.h", "libc6-dev"],
  ])
    installTool(program, name);
}

/** For tests of video, besides a relay and what records. */
export function installMediaTools() {
  for (const [program, name] of [
    ...mediaPackages,
    ["/usr/bin/turnserver", "coturn"],
    ["/usr/bin/ffmpeg", "ffmpeg"],
  ])
    installTool(program, name);
}

function installTool(program, name) {
  if (existsSync(program)) return;
  console.log(`Installing ${name} for the tests.`);
  if (!installFromDebian(name))
    console.log(`It could not be installed: tests that need ${name} are skipped.`);
}
