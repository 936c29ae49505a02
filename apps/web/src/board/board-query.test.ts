import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { boardQuery } from "./board-query.ts";

test("a board that is asked for again says which one it has, and stays where the server says so", async () => {
  const asked: (string | null)[] = [];
  vi.stubGlobal("fetch", (_: unknown, init?: RequestInit) => {
    const known = new Headers(init?.headers).get("if-none-match");
    asked.push(known);
    return Promise.resolve(
      known === '"one"'
        ? new Response(null, { status: 304, headers: { etag: '"one"' } })
        : Response.json({ isCut: false, items: [] }, { headers: { etag: '"one"' } }),
    );
  });
  const client = new QueryClient();
  const first = await client.fetchQuery(boardQuery);
  expect(await client.fetchQuery(boardQuery)).toBe(first);
  expect(asked).toEqual([null, '"one"']);
});
