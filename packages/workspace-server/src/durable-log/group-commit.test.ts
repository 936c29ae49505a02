import { expect, test } from "vitest";
import { exchange, write } from "../testing/exchange.ts";
import { createHeldLog, openServer } from "../testing/open-server.ts";
import { breathe } from "../testing/test-ports.ts";

test("[SY-2] what is admitted while a transaction is in flight is one group", async () => {
  const { log, held } = createHeldLog();
  const groups: number[] = [];
  const counting = {
    ...log,
    append: (given: Parameters<typeof log.append>[0]) => {
      groups.push(given.reduce((sum, { rows }) => sum + rows.length, 0));
      return log.append(given);
    },
  };
  const { ada, ben } = openServer(counting);
  await exchange(ada, ben);
  write(ada, "alone");
  await exchange(ada);
  for (const words of ["b", "c", "d"]) write(ben, words);
  await exchange(ben);
  held.shift()?.();
  await breathe();
  held.shift()?.();
  await exchange(ada, ben);
  expect(groups).toEqual([1, 3]);
});
