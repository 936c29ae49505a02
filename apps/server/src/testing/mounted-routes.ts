import { createDocumentLog } from "@consilium/database";
import { createMemoryStore } from "@consilium/record-files/testing";
import { DataStore } from "@tus/server";
import { createApi } from "../api.ts";
import { createAdmissions } from "../delivery/admissions.ts";
import { createCaseFiles } from "../file/case-files.ts";
import { createDocumentHistories } from "../history/document-histories.ts";
import { createIdentity } from "../identity/create-identity.ts";
import { openMedia } from "../media/open-media.ts";
import { createFileReader } from "../record/read-file.ts";
import type { TestServer } from "./start-test-server.ts";
import { masterKey } from "./test-configuration.ts";

/** All routes that Hono serves, in the form of OpenAPI. Middleware is mounted for all methods. */
export function mountedRoutes({ open: database, keys }: Pick<TestServer, "open" | "keys">): string[] {
  const services = servicesOn(database, keys);
  const identity = createIdentity({
    database: database.database,
    origins: ["http://localhost:1"],
    secret: "s".repeat(40),
    production: false,
    masterKey,
    proxies: [],
    now: services.now,
    sessionEnded: () => {},
  });
  const api = createApi({
    services: { ...services, histories: createDocumentHistories(services) },
    identity,
    versionReaders: {
      given: () => {},
      committed: () => {},
      commanded: () => {},
      close: () => Promise.resolve(),
    },
    origins: ["http://localhost:1"],
    mail: { sendsMail: false, showsOutbox: false },
    spool: Object.assign(new DataStore(), { expect: () => {} }),
    admissions: createAdmissions(identity.whoAsks, () => 0),
    printer: { print: () => Promise.reject(new Error("Not here")), close: () => Promise.resolve() },
    seal: undefined,
    blobs: "disk",
    media: openMedia({ kind: "off" }, services.now, () => undefined),
    pause: () => Promise.resolve(),
    whoComes: identity.whoAsks,
    failed: () => {},
  });
  return api.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replace("/api", "").replaceAll(/:(\w+)/g, "{$1}")}`);
}

/** Services that do nothing: no route is asked. */
const servicesOn = (database: TestServer["open"], keys: TestServer["keys"]) => ({
  open: database,
  keys,
  log: createDocumentLog({ open: database, keys }),
  files: createFileReader(() => new Date()),
  now: () => new Date(),
  createId: () => "01ARZ3NDEKTSV4RRFFQ69G5FAV",
  origin: "http://localhost:1",
  createSecret: () => masterKey,
  deliveries: { place: "", read: () => Promise.resolve(), stop: () => Promise.resolve() },
  archives: { all: [], pull: () => Promise.resolve() },
  caseFiles: createCaseFiles(createMemoryStore()),
  readBook: { leaving: () => Promise.resolve(), close: () => Promise.resolve() },
  changed: () => Promise.resolve(),
  told: () => Promise.resolve(),
});
