// Plain JavaScript without dependencies, as workspace.js.
import { installMediaTools } from "./debian.js";
import { run } from "./workspace.js";

/** Builds the media server, once a machine, and says how far it is. Where packages for it are missing, it says which: tests of video are skipped. */
export async function prepareMedia() {
  installMediaTools();
  await run("node", ["packages/conference-server/src/worker/prepare-main.ts"]);
}
