import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { joinAsStockClient } from "../measuring/stock-client.ts";
import { alternate, compare } from "./alternate.ts";
import { joinWithApp } from "./app-person.ts";
import { type CaretTraffic, type CaretWork, countCarets } from "./carets.ts";
import { type Contender, onlyOf } from "./contenders.ts";

/** How many messages one move of a caret costs where people work with y-websocket's client, and here with the app's own. */
export async function compareCarets(
  contenders: readonly Contender[],
  { rounds, ...work }: CaretWork & { readonly rounds: number },
): Promise<readonly Figure[]> {
  const own: CaretTraffic[] = [];
  const results = await alternate(contenders, rounds, async ({ name, createDocuments }) => {
    if (name === "here") {
      const place = onlyOf(await createDocuments(1));
      own.push(await countCarets((person, traffic) => joinWithApp(place, `app-${person}`, traffic), work));
    }
    const place = onlyOf(await createDocuments(1));
    return countCarets(
      (person, traffic) => joinAsStockClient({ ...place, seat: `stock-${person}` }, traffic),
      work,
    );
  });
  return (["sent", "heard"] as const).flatMap((way) => {
    const words = `caret messages ${way === "sent" ? "to" : "from"} the server for a move`;
    return [
      compare(results, {
        name: `carets-${way}`,
        words: `${words}, ${work.people} stock clients`,
        unit: "",
        of: (traffic) => traffic[way],
      }),
      {
        name: `carets-${way}-app`,
        words: `${words}, ${work.people} of the app's`,
        unit: "",
        ours: spreadOf(own.map((traffic) => traffic[way])),
      },
    ];
  });
}
