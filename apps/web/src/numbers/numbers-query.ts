import type { NumbersApi } from "@consilium/server/api";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { answerOf } from "../case/case-api.ts";
import type { NumbersSearch } from "./numbers-search.ts";

const api = hc<NumbersApi>(`${location.origin}/api`);

export type Numbers = InferResponseType<typeof api.numbers.$get, 200>;

export const numbersQuery = (query: NumbersSearch) =>
  queryOptions({
    queryKey: ["numbers", query],
    queryFn: ({ signal }) => answerOf(api.numbers.$get({ query }, { init: { signal } })),
    retry: false,
  });

/** Where the table of the same numbers is. */
export const tableAddress = (query: NumbersSearch): string =>
  `/api/numbers/table.csv?${new URLSearchParams({ ...query })}`;
