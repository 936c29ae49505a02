import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { thumbnailQuery } from "./thumbnail-query.ts";

function answering(response: Response) {
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(response));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

const place = { record: "01RECORD", study: "2.25.1", series: "2.25.2" };
const ask = () => new QueryClient().fetchQuery(thumbnailQuery("01CASE", "01SEAT", place));

test("a series' thumbnail is asked for in the seat that looks", async () => {
  const fetched = answering(new Response("jpeg"));
  const picture = await ask();
  expect(await picture?.text()).toBe("jpeg");
  const [[address, options] = []] = fetched.mock.calls;
  expect(address).toBe(
    `${location.origin}/api/cases/01CASE/dicomweb/studies/2.25.1;record=01RECORD/series/2.25.2/thumbnail`,
  );
  expect(options?.headers).toMatchObject({ "consilium-seat": "01SEAT" });
});

test("where the server draws none there is none, and nobody asks again", async () => {
  const fetched = answering(new Response("{}", { status: 406 }));
  expect(await ask()).toBeNull();
  expect(fetched).toHaveBeenCalledTimes(1);
});

test("while the server has too much to do, somebody asks again", async () => {
  vi.useFakeTimers();
  const fetched = answering(new Response("jpeg"));
  fetched.mockResolvedValueOnce(new Response("{}", { status: 429 }));
  const asked = ask();
  await vi.runAllTimersAsync();
  expect(await (await asked)?.text()).toBe("jpeg");
  expect(fetched).toHaveBeenCalledTimes(2);
});
