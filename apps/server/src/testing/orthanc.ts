import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Archive } from "../archive/archive.ts";
import { freePort } from "./start-test-server.ts";

const program = ["/usr/sbin/Orthanc", "/usr/bin/Orthanc"].find((path) => existsSync(path));
const plugin = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so";

/** Why there is none; undefined where there is one. */
export const orthancIsMissing: string | undefined =
  program !== undefined && existsSync(plugin) ? undefined : "Orthanc and its DICOMweb are not installed";

export interface Orthanc {
  readonly archive: Archive;
  /** Below its DICOMweb service, or elsewhere, with our credentials. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

const user = "consilium";
const password = "blue river";
/** Milliseconds. */
const patience = 30_000;

/** Of its own: a free port of this machine, a folder of its own, and nobody but us may ask. */
export async function startOrthanc(): Promise<Orthanc> {
  if (program === undefined) throw new Error(orthancIsMissing);
  const folder = mkdtempSync(join(tmpdir(), "consilium-orthanc-"));
  const port = await freePort();
  const child = spawn(program, [writeSettings(folder, port)], { stdio: "ignore" });
  const ended = once(child, "exit");
  const address = `http://127.0.0.1:${port}/dicom-web/`;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("authorization", authorization);
    return fetch(new URL(path, address), { ...init, headers });
  };
  const close = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let waited = 0; !(await isUp(ask)); waited += 100) {
    if (waited > patience || child.exitCode !== null) {
      await close();
      throw new Error("Orthanc did not start");
    }
    await pause(100);
  }
  const archive = { id: "northgate", name: "Northgate", address, organisations: undefined, authorization };
  return { archive, ask, close };
}

/** The path of its configuration. */
function writeSettings(folder: string, port: number): string {
  const [storage, path] = [join(folder, "storage"), join(folder, "orthanc.json")];
  mkdirSync(storage);
  const settings = {
    Name: "Northgate",
    HttpPort: port,
    HttpBindAddresses: ["127.0.0.1"],
    RemoteAccessAllowed: true,
    DicomServerEnabled: false,
    AuthenticationEnabled: true,
    RegisteredUsers: { [user]: password },
    StorageDirectory: storage,
    IndexDirectory: storage,
    Plugins: [plugin],
    DicomWeb: { Enable: true, Root: "/dicom-web/" },
  };
  writeFileSync(path, JSON.stringify(settings));
  return path;
}

const isUp = (ask: Orthanc["ask"]): Promise<boolean> =>
  ask("/system").then(
    ({ ok }) => ok,
    () => false,
  );
