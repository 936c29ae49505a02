import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { readMediaSettings } from "./read-media-settings.ts";

function read(environment: NodeJS.ProcessEnv, production = false) {
  const problems: string[] = [];
  return { settings: readMediaSettings(environment, production, problems), problems };
}
const announced = { MEDIA_LISTEN: "0.0.0.0", MEDIA_ANNOUNCED: "video.example" };

test("with nothing set there is video for this machine alone", () => {
  expect(read({})).toEqual({
    settings: {
      kind: "on",
      ip: "127.0.0.1",
      announced: [],
      port: 24_400,
      workers: availableParallelism(),
      turn: undefined,
    },
    problems: [],
  });
});

test("turned off, nothing else is looked at, in production too", () => {
  const environment = { CONSILIUM_MEDIA: "off", MEDIA_PORT: "many" };
  expect(read(environment, true)).toEqual({ settings: { kind: "off" }, problems: [] });
});

test("in production it is said where streams are heard, and what browsers are told where that is no address", () => {
  expect(read({}, true).problems).toEqual([expect.stringMatching(/^MEDIA_LISTEN is not set: .*browsers/)]);
  expect(read({ MEDIA_LISTEN: "192.0.2.7" }, true).problems).toEqual([]);
  for (const ip of ["0.0.0.0", "::", "0:0:0:0:0:0:0:0"])
    expect(read({ MEDIA_LISTEN: ip }).problems).toEqual([expect.stringMatching(/MEDIA_ANNOUNCED must say/)]);
  expect(read(announced, true).problems).toEqual([]);
});

test("a machine may be known by two addresses, in this order", () => {
  const { settings, problems } = read({ ...announced, MEDIA_ANNOUNCED_ALSO: "2001:db8::7" });
  expect(settings).toMatchObject({ announced: ["video.example", "2001:db8::7"] });
  expect(problems).toEqual([]);
});

test("the first port is 24400, which no connection that goes out is given, another one, or any that is free", () => {
  expect(read({}).settings).toMatchObject({ port: 24_400 });
  expect(read({ MEDIA_PORT: "10000" }).settings).toMatchObject({ port: 10_000 });
  expect(read({ MEDIA_PORT: "0" })).toMatchObject({ settings: { port: undefined }, problems: [] });
});

test("a TURN server has addresses and a secret", () => {
  const urls = "turn:turn.example:3478, turns:turn.example:443?transport=tcp";
  const { settings, problems } = read({ TURN_URLS: urls, TURN_SECRET: "s" });
  expect(settings).toMatchObject({
    turn: { urls: ["turn:turn.example:3478", "turns:turn.example:443?transport=tcp"], secret: "s" },
  });
  expect(problems).toEqual([]);
});

test.for([
  [{ CONSILIUM_MEDIA: "yes" }, "CONSILIUM_MEDIA is yes"],
  [{ MEDIA_LISTEN: "video.example" }, "MEDIA_LISTEN is video.example"],
  [{ ...announced, MEDIA_ANNOUNCED: "https://video.example" }, "MEDIA_ANNOUNCED is https://video.example"],
  [{ ...announced, MEDIA_ANNOUNCED: "203.0.113.7:24400" }, "MEDIA_ANNOUNCED is 203.0.113.7:24400"],
  [{ ...announced, MEDIA_ANNOUNCED: "203.0.113.777" }, "MEDIA_ANNOUNCED is 203.0.113.777"],
  [{ MEDIA_ANNOUNCED_ALSO: "10.0.0.7" }, "MEDIA_ANNOUNCED is not"],
  [{ ...announced, MEDIA_ANNOUNCED_ALSO: "a b" }, "MEDIA_ANNOUNCED_ALSO is a b"],
  [{ MEDIA_WORKERS: "0" }, "MEDIA_WORKERS is 0"],
  [{ MEDIA_WORKERS: "2.5" }, "MEDIA_WORKERS is 2.5"],
  [{ MEDIA_PORT: "-1" }, "MEDIA_PORT is -1"],
  [{ MEDIA_PORT: "65534", MEDIA_WORKERS: "2" }, "from 1 to 65533"],
  [{ TURN_URLS: "turn:turn.example" }, "one of them is missing"],
  [{ TURN_SECRET: "s" }, "one of them is missing"],
  [{ TURN_URLS: "stun:turn.example", TURN_SECRET: "s" }, "TURN_URLS is stun:turn.example"],
] as const)("%o is refused with one sentence", ([environment, sentence]) => {
  expect(read(environment).problems).toEqual([expect.stringContaining(sentence)]);
});
