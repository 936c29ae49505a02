import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { auditOf, cardiology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { framesOf, openMany, until } from "../testing/test-socket.ts";

let server: TestServer;
let proxy: TestPerson;
let report: string;
let code: string;
beforeAll(async () => {
  server = await startTestServer();
  proxy = await server.as("patient");
  const { body } = await proxy.ask(`/cases/${cardiology}/reports`);
  const [first] = z
    .object({ items: z.array(z.object({ id: z.string(), code: z.string() })) })
    .parse(body).items;
  report = first?.id ?? "";
  code = first?.code ?? "";
}, 60_000);
afterAll(() => server.close());

const Made = z.object({ id: z.string(), token: z.string(), passcode: z.string() });
const Links = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), opened: z.number(), isClosed: z.boolean(), madeFor: z.string() }),
  ),
});
const make = async () =>
  Made.parse(
    (await proxy.post(`/cases/${cardiology}/reports/${report}/links`, { madeFor: "Dr Ruiz", days: 14 })).body,
  );
/** As somebody without an account. */
const open = async (token: string, passcode: string) => {
  const response = await fetch(`${server.origin}/api/links/opening`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, passcode }),
  });
  const body: unknown = await response.json();
  return { status: response.status, body: z.looseObject({ refusal: z.string().optional() }).parse(body) };
};
const other = (passcode: string) => (passcode === "000000" ? "000001" : "000000");

test("with the link and the passcode somebody without an account reads that report; each opening is booked, and told", async () => {
  const { id, token, passcode } = await make();
  expect(await open(token, passcode)).toMatchObject({ status: 200, body: { state: "current", code } });
  const { items } = Links.parse((await proxy.ask(`/cases/${cardiology}/links`)).body);
  expect(items.find((link) => link.id === id)).toMatchObject({ opened: 1, madeFor: "Dr Ruiz" });
  const booked = (await auditOf(server.open)).filter(({ act }) => act === "link.opened");
  expect(booked).toMatchObject([{ subject: id, body: { report } }]);
});

test("a guessed, ended or expired link opens nothing, and says the same", async () => {
  const { id, token, passcode } = await make();
  const guessed = await open("A".repeat(43), passcode);
  expect((await proxy.ask(`/cases/${cardiology}/links/${id}`, { method: "DELETE" })).status).toBe(200);
  const ended = await open(token, passcode);
  const late = await make();
  await server.open.query("update report_link set expires_at = now() - interval '1 minute' where id = $1", [
    late.id,
  ]);
  const expired = await open(late.token, late.passcode);
  for (const answer of [guessed, ended, expired]) expect(answer).toEqual(guessed);
  expect(guessed).toMatchObject({ status: 404, body: { refusal: "no-such-link" } });
});

test("whoever made a link is told at once that wrong passcodes closed it", async () => {
  const { id, token, passcode } = await make();
  const { socket } = await openMany(proxy, cardiology, ["story"]);
  const told = () => framesOf(socket).filter(({ kind }) => kind === "changed").length;
  for (let tried = 0; tried < 4; tried += 1) await open(token, other(passcode));
  const before = told();
  await open(token, other(passcode));
  await until(() => told() > before, "the change is told");
  const { items } = Links.parse((await proxy.ask(`/cases/${cardiology}/links`)).body);
  expect(items.find((link) => link.id === id)).toMatchObject({ isClosed: true, opened: 0 });
  socket.close();
});

test("five wrong passcodes close a link, also where they come at once; the right one before sets the count back", async () => {
  const { id, token, passcode } = await make();
  for (let at = 0; at < 4; at += 1)
    expect((await open(token, other(passcode))).body.refusal).toBe("wrong-passcode");
  expect((await open(token, passcode)).status).toBe(200);
  const many = await Promise.all(Array.from({ length: 8 }, () => open(token, other(passcode))));
  expect(many.filter(({ body }) => body.refusal === "wrong-passcode")).toHaveLength(5);
  expect((await open(token, passcode)).body.refusal).toBe("no-such-link");
  const { items } = Links.parse((await proxy.ask(`/cases/${cardiology}/links`)).body);
  expect(items.find((link) => link.id === id)?.isClosed).toBe(true);
});

test("whoever signs or coordinates makes no link; nor is one made of a report that one may not read", async () => {
  for (const who of [await server.as("specialist"), await server.as("coordinator")]) {
    const path = `/cases/${cardiology}/reports/${report}/links`;
    expect((await who.post(path, { madeFor: "Dr Ruiz", days: 1 })).status).toBeGreaterThanOrEqual(403);
  }
});

test("the code that a report prints says whether it stands, and nothing of anybody", async () => {
  const answer = await fetch(`${server.origin}/api/check/${code}`);
  expect(await answer.json()).toEqual({
    items: [{ version: 1, state: "current", signedAt: expect.any(String), changedAt: null }],
  });
  expect((await fetch(`${server.origin}/api/check/0000-0000-0000`)).status).toBe(404);
  expect((await fetch(`${server.origin}/api/check/not-a-code`)).status).toBe(400);
});
