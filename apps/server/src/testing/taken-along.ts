import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { caseFileName } from "@consilium/exchange";
import { fileOf } from "@consilium/exchange/testing";
import { type Verification, verifyExport } from "@consilium/exchange/verify";
import { expect } from "vitest";
import type { TestServer } from "./start-test-server.ts";

/** A case as somebody took it along. */
export interface TakenAlong {
  readonly zip: Buffer;
  /** Where it lies. */
  readonly path: string;
  /** The case in it. */
  readonly bundle: string;
  readonly textOf: (path: string) => Promise<string>;
  readonly bytesOf: (path: string) => Promise<Uint8Array>;
  readonly verify: () => Promise<Verification>;
}

/** Takes a case along, to a folder; `login` as in `TestServer.as`. */
export async function takeAlong(
  server: TestServer,
  folder: string,
  login: string,
  caseId: string,
): Promise<TakenAlong> {
  const { cookie } = await server.as(login);
  const response = await fetch(`${server.origin}/api/cases/${caseId}/export`, { headers: { cookie } });
  expect(response.status).toBe(200);
  const zip = Buffer.from(await response.arrayBuffer());
  const path = join(folder, `${Math.random()}.zip`);
  await writeFile(path, zip);
  const bytesOf = async (name: string) => {
    const bytes = await fileOf(zip, name, zip.length);
    if (!bytes) throw new Error(`No ${name} in it`);
    return bytes;
  };
  const textOf = async (name: string) => new TextDecoder().decode(await bytesOf(name));
  return { zip, path, bundle: await textOf(caseFileName), textOf, bytesOf, verify: () => verifyExport(path) };
}
