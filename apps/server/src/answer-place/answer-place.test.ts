import { createUlid, secureRandom } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { enterAt, openAt } from "../testing/at-place.ts";
import { auditOf, oncology, seatOf } from "../testing/demo-cases.ts";
import { sliceOf, untilDelivery } from "../testing/hand-over.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 120_000 });

const on = `/cases/${oncology}`;
let server: TestServer;
let coordinator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
}, 60_000);
afterAll(() => server.close());

const Made = z.object({ request: z.string(), code: z.string() });
const letters = async (address: string) => {
  const { rows } = await server.open.query<{ subject: string; text: string; state: string }>(
    "select subject, text, state from mail where address = $1 order by queued_at, id",
    [address],
  );
  return rows;
};

interface AskedPlace extends z.infer<typeof Made> {
  readonly token: string;
  readonly address: string;
}

const ask = (address: string, more = {}) =>
  coordinator.post(`${on}/requests`, { what: "Films", from: "Northgate", address, ...more });

let count = 0;
async function asked(what: string, more: Readonly<Record<string, unknown>> = {}): Promise<AskedPlace> {
  count += 1;
  const address = `archive${count}@northgate.example`;
  const wish = { what, from: "Northgate radiology", address, ...more };
  const { body } = await coordinator.post(`${on}/requests`, wish);
  const [letter] = await letters(address);
  return { ...Made.parse(body), token: /#([\w-]{43})/.exec(letter?.text ?? "")?.[1] ?? "", address };
}

const other = (code: string) => (code === "000000" ? "000001" : "000000");
const refusalOf = (body: unknown) => z.object({ refusal: z.string() }).parse(body).refusal;
const requestOf = async (id: string) => {
  const { body } = await coordinator.ask(on);
  const { requests } = z
    .object({ requests: z.array(z.looseObject({ id: z.string(), state: z.string() })) })
    .parse(body);
  return requests.find((one) => one.id === id);
};
const actsOn = async (subject: string) =>
  (await auditOf(server.open)).filter((row) => row.subject === subject).map(({ act }) => act);
const toldOf = async (kind: string, subject: string) => {
  const { rows } = await server.open.query<{ email: string }>(
    `select u.email from notification n join "user" u on u.id = n.person_id where n.kind = $1 and n.subject = $2 and u.email like '%@demo.test'`,
    [kind, subject],
  );
  return rows.map(({ email }) => email.replace("@demo.test", ""));
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const newId = () => createUlid(Date.now(), secureRandom);
const withdraw = (who: TestPerson, request: string, because = "It came by post.") =>
  who.post(`${on}/requests/${request}/withdrawal`, { because });

test("a hospital is asked by a mail that names neither patient, record nor code, and the place behind it shows no more than it needs", async () => {
  const { token, code, address, request } = await asked("Liver MRI 2024", {
    message: "Images, not only the report",
    why: "Segment III",
  });
  const [letter] = await letters(address);
  expect(letter?.subject).toContain("asks you for a record");
  for (const secret of ["Quintana", "Marisol", "MRI", "Segment", code])
    expect(`${letter?.subject} ${letter?.text}`).not.toContain(secret);
  const { status, body, headers } = await openAt(server.origin, token, code);
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(body).toMatchObject({
    what: "Liver MRI 2024",
    message: "Images, not only the report",
    patient: { initials: "MQ" },
    from: "Northgate radiology",
  });
  expect(JSON.stringify(body)).not.toContain("Segment III");
  expect(JSON.stringify(body)).not.toContain("Quintana");
  expect(await actsOn(request)).toEqual(["record.requested", "place.opened"]);
  expect(await requestOf(request)).toMatchObject({ place: { address, opened: 1, isLocked: false } });
});

test("one plain address, and the name that it belongs to, or nobody is asked", async () => {
  const bad = [
    "a@northgate.example\r\nBcc: all@example.org",
    "a@northgate.example, b@example.org",
    "Archive <a@northgate.example>",
    "northgate.example",
    "a@northgate",
  ];
  for (const address of bad) {
    const answer = await ask(address);
    expect([answer.status, refusalOf(answer.body)]).toEqual([422, "no-plain-address"]);
  }
  expect(refusalOf((await ask("a@northgate.example", { from: null })).body)).toBe("whom-to-ask");
  expect(
    refusalOf(
      (await ask("a@northgate.example", { of: await seatOf(server.open, oncology, "referrer") })).body,
    ),
  ).toBe("whom-to-ask");
  const { rows } = await server.open.query(
    "select 1 from mail where address like '%northgate.example%' and text like '%Films%'",
  );
  expect(rows).toEqual([]);
});

test("a guessed link says what any guess says; six wrong codes lock it, also at once, and whoever asked is told and gives another", async () => {
  const guess = await openAt(server.origin, "A".repeat(43), "123456");
  expect([guess.status, refusalOf(guess.body)]).toEqual([404, "no-such-link"]);
  const { token, code, request } = await asked("Pathology slides");
  for (let at = 0; at < 5; at += 1)
    expect(refusalOf((await openAt(server.origin, token, other(code))).body)).toBe("wrong-place-code");
  expect((await openAt(server.origin, token, code)).status).toBe(200);
  const at = await enterAt(server.origin, token, code);
  const many = await Promise.all(Array.from({ length: 9 }, () => openAt(server.origin, token, other(code))));
  expect(many.filter(({ body }) => refusalOf(body) === "wrong-place-code")).toHaveLength(5);
  expect(refusalOf((await openAt(server.origin, token, code)).body)).toBe("place-locked");
  expect(refusalOf((await at.ask("")).body)).toBe("place-locked");
  expect(await toldOf("request-locked", request)).toEqual(["coordinator"]);
  expect(await requestOf(request)).toMatchObject({ place: { isLocked: true } });
  const renewed = await coordinator.post(`${on}/requests/${request}/code`);
  const next = z.object({ code: z.string() }).parse(renewed.body).code;
  expect((await openAt(server.origin, token, next)).status).toBe(200);
  expect(refusalOf((await at.ask("")).body)).toBe("no-such-link");
});

test("before a code is typed whoever has the link is told to type it, or why there is nothing to type it for", async () => {
  const { token, request } = await asked("Films");
  const look = async () => {
    const headers = { "consilium-place": token, "consilium-entry": "" };
    const answer = await fetch(`${server.origin}/api/answering`, { headers });
    return [answer.status, refusalOf(await answer.json())];
  };
  expect(await look()).toEqual([403, "entry-over"]);
  await withdraw(coordinator, request);
  expect(await look()).toEqual([403, "place-withdrawn"]);
});

test("an entry lasts for hours and is made by nobody else; an expired place says so", async () => {
  const { token, code, request } = await asked("Blood results");
  const at = await enterAt(server.origin, token, code);
  expect((await at.ask("")).status).toBe(200);
  const forged = await fetch(`${server.origin}/api/answering`, {
    headers: { "consilium-place": token, "consilium-entry": `99999999999999.${"A".repeat(43)}` },
  });
  expect([forged.status, refusalOf(await forged.json())]).toEqual([404, "no-such-link"]);
  await server.open.query(
    "update answer_place set expires_at = now() - interval '1 minute' where request_id = $1",
    [request],
  );
  expect(refusalOf((await openAt(server.origin, token, code)).body)).toBe("place-expired");
  expect(refusalOf((await at.ask("")).body)).toBe("place-expired");
});

test("what is sent becomes records that say which request they came through; with its last word the gap closes, once of two", async () => {
  const { token, code, request } = await asked("CT abdomen");
  const at = await enterAt(server.origin, token, code);
  const empty = await at.ask("/answer", { state: "here" });
  expect([empty.status, refusalOf(empty.body)]).toEqual([409, "nothing-sent"]);
  const delivery = await at.handOver({ "CT/1": sliceOf(41) });
  const done = await untilDelivery(coordinator, oncology, delivery, ["done", "asking", "failed"]);
  expect(done).toMatchObject({
    state: "done",
    request,
    by: await seatOf(server.open, oncology, "coordinator"),
  });
  const { body } = await coordinator.ask(`${on}/records/${done.records[0]}`);
  expect(body).toMatchObject({ request, kind: "imaging-study" });
  expect(await toldOf("record-came", request)).toEqual(["coordinator"]);
  const both = await Promise.all([
    at.ask("/answer", { state: "here", because: "All we have." }),
    at.ask("/answer", { state: "here", because: "Two discs." }),
  ]);
  expect(both.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([200, 403]);
  expect(refusalOf(both.find(({ status }) => status === 403)?.body)).toBe("place-answered");
  expect(await requestOf(request)).toMatchObject({ state: "here", answeredBy: null });
  expect(await toldOf("request-answered", request)).toEqual(["coordinator"]);
  expect(refusalOf((await openAt(server.origin, token, code)).body)).toBe("place-answered");
  const added = (await auditOf(server.open)).findLast(({ act }) => act === "record.added");
  expect(added?.body).toMatchObject({ request });
});

test("whoever has nothing says why, and the case reads it", async () => {
  const { token, code, request } = await asked("Films of 1990");
  const at = await enterAt(server.origin, token, code);
  expect(refusalOf((await at.ask("/answer", { state: "unavailable" })).body)).toBe("reason-needed");
  const because = "They are destroyed after ten years.";
  expect((await at.ask("/answer", { state: "unavailable", because })).status).toBe(200);
  expect(await requestOf(request)).toMatchObject({ state: "unavailable", answer: because });
});

test("two uploads at once arrive both; while one is on its way the last word waits; too much is too much", async () => {
  const { token, code, request } = await asked("Letters");
  const at = await enterAt(server.origin, token, code);
  const sent = await Promise.all([
    at.handOver({ "one.txt": bytesOf("Stable since May.") }),
    at.handOver({ "two.txt": bytesOf("Seen again in June.") }),
  ]);
  for (const id of sent) await untilDelivery(coordinator, oncology, id, ["done"]);
  const third = newId();
  await at.ask("/deliveries", { id: third });
  const announced = await at.announce(third, "three.txt", 20);
  expect(announced.status).toBe(201);
  expect(refusalOf((await at.ask("/answer", { state: "here" })).body)).toBe("files-on-their-way");
  const large = await at.announce(third, "disc.iso", 2_000_000_000);
  expect([large.status, refusalOf(await large.json())]).toEqual([413, "place-full"]);
  expect((await at.remove(announced.headers.get("location") ?? "")).status).toBe(204);
  expect((await at.ask(`/deliveries/${third}/cancel`, {})).status).toBe(200);
  const { rows } = await server.open.query<{ files: number; bytes: string }>(
    "select files, bytes from answer_place where request_id = $1",
    [request],
  );
  expect(rows).toEqual([{ files: 2, bytes: "36" }]);
  expect((await at.ask("/answer", { state: "here" })).status).toBe(200);
});

test("a place reaches nothing but its own request: no other's deliveries or uploads, and no route of the case", async () => {
  const [mine, theirs] = [await asked("Mine"), await asked("Theirs")];
  const at = await enterAt(server.origin, mine.token, mine.code);
  const elsewhere = await enterAt(server.origin, theirs.token, theirs.code);
  const id = newId();
  await elsewhere.ask("/deliveries", { id });
  const location = (await elsewhere.announce(id, "a.txt", 3)).headers.get("location") ?? "";
  expect((await at.ask(`/deliveries/${id}`)).status).toBe(404);
  expect((await at.ask(`/deliveries/${id}/complete`, { files: 1 })).status).toBe(404);
  expect((await at.announce(id, "b.txt", 3)).status).toBe(404);
  expect((await at.send(location, new TextEncoder().encode("abc"))).status).toBe(404);
  const headers = { "consilium-place": mine.token };
  for (const path of [on, `${on}/records`, `${on}/deliveries`])
    expect((await fetch(`${server.origin}/api${path}`, { headers })).status).toBe(401);
  // Nor does whoever asked send files in its name.
  const asCoordinator = await fetch(`${server.origin}/api/uploads/${location.split("/").at(-1)}`, {
    method: "HEAD",
    headers: { "tus-resumable": "1.0.0", cookie: coordinator.cookie },
  });
  expect(asCoordinator.status).toBe(404);
});

test("files that name somebody else wait for whoever asked, and the coordinator, to say whose they are", async () => {
  const referrer = await server.as("referrer");
  const address = "scans@northgate.example";
  const wish = { what: "CT thorax", from: "Northgate", address };
  const { request, code } = Made.parse((await referrer.post(`${on}/requests`, wish)).body);
  const [letter] = await letters(address);
  const token = /#([\w-]{43})/.exec(letter?.text ?? "")?.[1] ?? "";
  const at = await enterAt(server.origin, token, code);
  const delivery = await at.handOver({ "1": sliceOf(61, { name: "Somebody^Else", birthDate: "19300101" }) });
  await untilDelivery(coordinator, oncology, delivery, ["asking"]);
  expect((await toldOf("record-came", request)).toSorted()).toEqual(["coordinator", "referrer"]);
  const said = await coordinator.post(`${on}/deliveries/${delivery}/answer`, { take: [] });
  expect(said.body).toEqual({ state: "waiting" });
  await untilDelivery(coordinator, oncology, delivery, ["done"]);
});

test("a withdrawn request tells whom it asked, ends what was on its way, and says so to whoever opens it", async () => {
  const { token, code, request, address } = await asked("ECG");
  const at = await enterAt(server.origin, token, code);
  const id = newId();
  await at.ask("/deliveries", { id });
  const location = (await at.announce(id, "ecg.txt", 3)).headers.get("location") ?? "";
  const referrer = await server.as("referrer");
  expect((await withdraw(referrer, request)).status).toBe(403);
  expect(refusalOf((await withdraw(coordinator, request, " ")).body)).toBe("reason-needed");
  expect((await withdraw(coordinator, request)).body).toEqual({ state: "withdrawn" });
  expect(refusalOf((await withdraw(coordinator, request)).body)).toBe("already-so");
  const late = await at.send(location, new TextEncoder().encode("abc"));
  expect([late.status, refusalOf(await late.json())]).toEqual([403, "place-withdrawn"]);
  expect(refusalOf((await openAt(server.origin, token, code)).body)).toBe("place-withdrawn");
  const all = await letters(address);
  expect(all).toHaveLength(2);
  expect(all[1]?.subject).toContain("no longer needs");
  expect(all[1]?.text).not.toContain("#");
  const { body } = await coordinator.ask(on);
  const { withdrawn } = z.object({ withdrawn: z.array(z.looseObject({ id: z.string() })) }).parse(body);
  expect(withdrawn.find((one) => one.id === request)).toMatchObject({ because: "It came by post." });
  expect(await requestOf(request)).toBeUndefined();
});

test("whoever asked may withdraw it without being the coordinator, and whom it asked hears of it", async () => {
  const referrer = await server.as("referrer");
  const of = await seatOf(server.open, oncology, "patient");
  const { body } = await referrer.post(`${on}/requests`, { what: "Letter of 2019", of });
  const { request } = z.object({ request: z.string() }).parse(body);
  expect((await withdraw(referrer, request, "Found.")).status).toBe(200);
  expect(await toldOf("request-withdrawn", request)).toEqual(["patient"]);
  expect(await actsOn(request)).toContain("record.request-withdrawn");
});

test("addresses, links and codes are for those who may ask: nobody else of the case is told them", async () => {
  const { address, code } = await asked("Bone scan");
  const told = await Promise.all(
    ["patient", "specialist"].map(async (login) => (await (await server.as(login)).ask(on)).text),
  );
  expect(told[0]).not.toContain(address);
  for (const text of told) expect(text).not.toContain(code);
});
