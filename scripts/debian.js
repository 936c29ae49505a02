// Plain JavaScript without dependencies, as workspace.js.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Undefined: not tried yet. */
let isUpdated;

/**
 * Installs the first of these packages that there is, where that is possible: on Debian and its kin, as root. No service of theirs
 * is started. False: it was not.
 */
export function installFromDebian(...names) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const apt = (...words) =>
    spawnSync("apt-get", ["-qq", ...words], { env: environment, stdio: ["ignore", "ignore", "inherit"] })
      .status === 0;
  isUpdated ??= apt("update");
  return isUpdated && names.some((name) => apt("install", "-y", "--no-install-recommends", name));
}

/** What only some of the tests need: without it they say that they are skipped. */
export function installTools() {
  for (const [program, name] of [
    ["/usr/bin/redis-server", "redis-server"],
    ["/usr/bin/spin", "spin"],
    ["/usr/bin/gcc", "gcc"],
    ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so", "orthanc-dicomweb"],
    ["/usr/include/stdio.h", "libc6-dev"],
  ]) {
    if (existsSync(program)) continue;
    console.log(`Installing ${name} for the tests.`);
    if (!installFromDebian(name))
      console.log(`It could not be installed: tests that need ${name} are skipped.`);
  }
}
