import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Configuration } from "../configuration.ts";

export const masterKey = Buffer.alloc(32, 7);
/** Of all demo accounts. */
export const password = "bafu-dore-kiso-lemu-42";

export const configurationFor = (database: string, folder: string, port: number): Configuration => ({
  production: false,
  port,
  origins: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
  dataFolder: folder,
  database,
  redisUrl: undefined,
  blobs: { kind: "disk" },
  archives: [],
  smtp: undefined,
  media: { kind: "off" },
  seal: undefined,
  proxies: [],
  masterKey,
  secret: "s".repeat(40),
  webFolder: folder,
  demoPassword: password,
  demoImages: false,
});

export function createWebFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "consilium-test-web-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Consilium</title>");
  mkdirSync(join(folder, ".vite"));
  const built = { "src/case/case-page.tsx": { file: "assets/case-page.js" } };
  writeFileSync(join(folder, ".vite/manifest.json"), JSON.stringify(built));
  return folder;
}
