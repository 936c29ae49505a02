// Plain JavaScript without dependencies, as workspace.js.
import { existsSync } from "node:fs";
import { installFromDebian } from "./debian.js";

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
  if (findChromium()) return findChromium();
  console.log("Installing Chromium for the journeys.");
  installFromDebian("chromium-headless-shell", "chromium");
  return findChromium();
}
