import { refuse } from "@consilium/foundation";
import { expect, test } from "vitest";
import type { SignedIn } from "../identity/create-identity.ts";
import { createAdmissions } from "./admissions.ts";

const person: SignedIn = {
  sessionId: "s",
  personId: "p",
  name: "",
  email: "",
  deviceId: null,
  expires: new Date(0),
};

/** A database that counts how often it was asked, a clock, and what stands between them. */
function upload() {
  const asked = { times: 0, is: person as SignedIn | undefined, now: 0 };
  const whoAsks = () => {
    asked.times += 1;
    return Promise.resolve(asked.is);
  };
  const admissions = createAdmissions(whoAsks, () => asked.now);
  const whoIs = (cookie: string) => admissions.whoAsks(new Headers({ cookie }));
  return { asked, admissions, whoIs };
}

test("who sends is asked once a second, and each of two senders for themselves", async () => {
  const { asked, whoIs } = upload();
  await Promise.all([whoIs("a"), whoIs("a"), whoIs("a"), whoIs("b")]);
  expect(asked.times).toBe(2);
  asked.now = 999;
  expect(await whoIs("a")).toBe(person);
  expect(asked.times).toBe(2);
  asked.now = 1000;
  asked.is = undefined;
  expect(await whoIs("a")).toBeUndefined();
});

test("a session or a right that ends is asked anew at once, also where the question is on its way", async () => {
  const { asked, admissions, whoIs } = upload();
  const before = whoIs("a");
  asked.is = undefined;
  admissions.forget();
  expect(await before).toBe(person);
  expect(await whoIs("a")).toBeUndefined();
});

test("a no is not kept, and neither is a database that is away", async () => {
  const { asked, admissions, whoIs } = upload();
  asked.is = undefined;
  expect(await whoIs("a")).toBeUndefined();
  asked.is = person;
  expect(await whoIs("a")).toBe(person);

  const seat = ["p", "case", undefined];
  await expect(admissions.seat(seat, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await admissions.seat(seat, () => Promise.resolve(refuse("no-right")))).toEqual(refuse("no-right"));
  expect(await admissions.seat(seat, () => Promise.resolve(refuse("seat-ended")))).toEqual(
    refuse("seat-ended"),
  );
});
