import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { fetchAhead } from "./fetch-ahead.ts";
import { createQueryClient } from "./query-client.ts";
import { createAppRouter } from "./router.ts";

const caseId = "01KDVDNA00C4XGHYWM6EBF33TC";
const asked: string[] = [];

afterEach(() => {
  asked.length = 0;
});

/** Comes to an address, where the server says who is signed in and refuses everything else. */
async function comeTo(path: string, who: unknown): Promise<void> {
  window.history.replaceState(null, "", path);
  vi.stubGlobal("fetch", async (address: string | URL | Request) => {
    asked.push(new URL(address instanceof Request ? address.url : address, location.href).pathname);
    const isSession = asked.at(-1) === "/api/auth/get-session";
    return Response.json(isSession ? who : { refusal: "no-such-case", sentence: "" }, {
      status: isSession ? 200 : 404,
    });
  });
  const queries = createQueryClient(() => {});
  const router = createAppRouter(queries);
  onTestFinished(() => {
    router.history.destroy();
    history.scrollRestoration = "auto";
  });
  fetchAhead(router, queries);
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0));
  await new Promise((resolve) => setTimeout(resolve));
  await vi.waitFor(() => expect(queries.isFetching()).toBe(0));
}

const me = { user: { id: "1", name: "Ingrid Hallström", email: "ingrid@demo.test" } };

test("whoever comes to a case is asked about, and then the case is asked for", async () => {
  await comeTo(`/cases/${caseId}/opinion/summary`, me);
  expect(asked).toEqual(["/api/auth/get-session", `/api/cases/${caseId}`]);
});

test("who is not signed in asks for no case", async () => {
  await comeTo(`/cases/${caseId}/opinion/summary`, null);
  expect(asked).toEqual(["/api/auth/get-session"]);
});

test("an address that was cut off asks for no case", async () => {
  await comeTo("/cases/01KDVDNA00C4/opinion/summary", me);
  expect(asked).toEqual(["/api/auth/get-session"]);
});
