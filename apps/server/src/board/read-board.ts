import { isSeated } from "@consilium/clinical";
import {
  clocksOfCases,
  conferencesToCome,
  offersOfCases,
  openVisits,
  requestRowsOfCases,
  seatsOfCases,
  seatsOfPerson,
  troubledDeliveries,
  unseenChanges,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Services } from "../services.ts";
import type { Board } from "./board-schemas.ts";
import { describeOnBoard, type RowsOfCase } from "./describe-on-board.ts";
import { readProgrammes } from "./programmes.ts";

/** Most cases of one board, the newest. */
const mostCases = 300;

/** The cases that somebody coordinates and that are under way, each with what needs them now. */
export async function readBoard(services: Services, personId: string): Promise<z.infer<typeof Board>> {
  const { database } = services.open;
  const now = services.now();
  const seats = (await seatsOfPerson(database, personId)).filter(
    (seat) => seat.role === "coordinator" && isSeated(seat, now),
  );
  const ids = [...new Set(seats.map(({ caseId }) => caseId))].toSorted().toReversed();
  const page = ids.slice(0, mostCases);
  const rows = {
    seats: Map.groupBy(await seatsOfCases(database, page), caseOf),
    clocks: Map.groupBy(await clocksOfCases(database, page), caseOf),
    requests: Map.groupBy(await requestRowsOfCases(database, page), caseOf),
    offers: Map.groupBy(await offersOfCases(database, page), ({ offer }) => offer.caseId),
    deliveries: Map.groupBy(await troubledDeliveries(database, page), caseOf),
    conferences: Map.groupBy(await conferencesToCome(database, page), caseOf),
    changes: Map.groupBy(await unseenChanges(database, now, page), caseOf),
    visits: Map.groupBy(await openVisits(database, page), caseOf),
  };
  const programmeOf = readProgrammes(database);
  const items = await Promise.all(
    page.map((caseId) => {
      const ofCase: RowsOfCase = {
        seats: rows.seats.get(caseId) ?? [],
        clocks: rows.clocks.get(caseId) ?? [],
        requests: rows.requests.get(caseId) ?? [],
        offers: rows.offers.get(caseId) ?? [],
        deliveries: rows.deliveries.get(caseId) ?? [],
        conferences: rows.conferences.get(caseId) ?? [],
        changes: rows.changes.get(caseId) ?? [],
        visits: rows.visits.get(caseId) ?? [],
      };
      return describeOnBoard(services, { caseId, personId, now, programmeOf }, ofCase);
    }),
  );
  return { items: items.filter((item) => item !== undefined), isCut: ids.length > mostCases };
}

const caseOf = ({ caseId }: { readonly caseId: string }): string => caseId;
