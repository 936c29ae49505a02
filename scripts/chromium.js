// Plain JavaScript without dependencies, as workspace.js.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** First the one without windows: it starts no page of its own, and a journey takes three quarters of the time. */
const places = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The browser of the journeys: the one named by CHROMIUM, or where systems put it. Undefined: there is none. */
export const findChromium = () => process.env.CHROMIUM ?? places.find((place) => existsSync(place));

/**
 * Installs Chromium from the system's packages where that is possible: on Debian and its kin, as root. Elsewhere the person
 * installs it, and the journeys are skipped until then.
 */
export function installChromium() {
  if (findChromium() || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return findChromium();
  console.log("Installing Chromium for the journeys.");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...words) =>
    spawnSync("apt-get", ["-qq", ...words], { env: environment, stdio: ["ignore", "ignore", "inherit"] })
      .status === 0;
  if (apt("update"))
    for (const name of ["chromium-headless-shell", "chromium"])
      if (apt("install", "-y", "--no-install-recommends", name)) break;
  return findChromium();
}
