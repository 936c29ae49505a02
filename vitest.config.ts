import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** One throw-away PostgreSQL for each project that needs one. */
const withPostgres = { globalSetup: ["packages/database/src/testing/start-postgres.ts"] };

/** What people must be able to rely on first, within the ten minutes of `npm test`. All of them: `npm run journeys`. */
const firstJourneys = [
  "design",
  "bad-input",
  "media-two",
  "one-opinion",
  "remarks",
  "seat-ended",
  "server-killed",
  "two-accounts",
  "patient-reads",
  "records",
];
/** A page as a browser opens it, after each test. */
const pages = { environment: "happy-dom", setupFiles: ["apps/web/src/testing/fresh-page.ts"] };
const journeys = process.env["JOURNEYS"] === "all" ? ["*"] : firstJourneys;

/** Tests of pages that replace a module of the app: nobody may have read it before them. */
const replacing = globSync("apps/web/src/**/*.test.{ts,tsx}").filter((path) =>
  readFileSync(path, "utf8").includes("vi.mock("),
);

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, which of two is half the machine.
    maxWorkers: availableParallelism(),
    reporters: ["default", "./scripts/tally-reporter.ts"],
    projects: [
      {
        test: {
          name: "pure",
          include: [
            "packages/{foundation,language,clinical,interchange,workspace,record-files,record-import,report,exchange,conference,conference-server,conference-client,workspace-server}/src/**/*.test.ts",
          ],
          // Nothing that a test could tell lives in a module of these packages, so files may share one: half the time.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          // Locks between the tabs of a browser are those of the whole thread.
          name: "client",
          include: ["packages/workspace-client/src/**/*.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...withPostgres,
          name: "node",
          include: ["packages/database/src/**/*.test.ts", "apps/{server,bench}/src/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: "web",
          include: ["apps/web/src/**/*.test.{ts,tsx}"],
          exclude: replacing,
          ...pages,
          // One page, and the app's modules read once: a fifth of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: "web-replacing",
          include: replacing,
          ...pages,
        },
      },
      {
        test: {
          ...withPostgres,
          name: "e2e",
          include: journeys.map((name) => `apps/e2e/src/${name}.test.ts`),
          fileParallelism: false,
          // A step waits as long as a visitor waits (`visitor.ts`); a test is many steps.
          expect: { poll: { timeout: 50_000 } },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
