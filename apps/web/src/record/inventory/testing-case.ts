import { specialtyList } from "@consilium/clinical";
import type { CaseDetail } from "../../case/case-api.ts";
import type { OpenCase } from "../../case/case-context.ts";
import { peopleBySeat } from "../../case/people.ts";
import { testRecord } from "../testing-records.ts";
import type { Request } from "./use-inventory.ts";

type SeatPerson = CaseDetail["people"][number];

const personWith = (
  role: SeatPerson["role"],
  mode: SeatPerson["mode"],
  own: boolean,
  at: number,
): SeatPerson => ({
  seat: role,
  name: `The ${role}`,
  initials: role.slice(0, 2).toUpperCase(),
  role,
  mode,
  profession: null,
  workplace: null,
  colour: at,
  ended: false,
  own,
});

const plainRequest: Request = {
  id: "request",
  item: null,
  what: "MRI",
  from: null,
  of: null,
  by: "coordinator",
  message: null,
  why: null,
  asked: "2026-11-20T09:00:00.000Z",
  due: null,
  state: "open",
  required: false,
  answered: null,
  answeredBy: null,
  answer: null,
  place: null,
};

export interface CaseParts {
  /** Of whoever looks; their seat is named as their role. */
  readonly role: SeatPerson["role"];
  readonly mode?: SeatPerson["mode"];
  readonly commands: readonly string[];
  readonly requests?: readonly Partial<Request>[];
  readonly inventory?: CaseDetail["inventory"];
  readonly withdrawn?: CaseDetail["withdrawn"];
}

/** A case of the spine, for tests. Nothing in it reaches the live connection. */
export function caseFor({
  role,
  mode = null,
  commands,
  requests = [],
  inventory = [],
  withdrawn = [],
}: CaseParts): OpenCase {
  const roles = ["patient", "referrer", "coordinator", "specialist"] as const;
  const people = roles.map((one, at) => personWith(one, one === role ? mode : null, one === role, at));
  // As the server tells it: neither the patient nor who reads blind is told reasons.
  const isTold = role !== "patient" && mode !== "blind";
  const detail: Partial<CaseDetail> = {
    id: "case",
    specialty: "spine",
    recordList: specialtyList("spine").map((line) => (isTold ? line : { ...line, blocks: null })),
    seat: { id: role, role, mode, scopes: [] },
    people,
    commands: [...commands],
    requests: requests.map((request) => ({ ...plainRequest, ...request })),
    inventory: [...inventory],
    withdrawn: [...withdrawn],
  };
  const open = { caseId: "case", seat: undefined, detail, people: peopleBySeat(people) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A part of a case: what the list reads.
  return open as unknown as OpenCase;
}

/** A note of this name, as the server gives it. */
export const cameRecord = (id: string, title: string) => ({
  ...testRecord(id, "note", { blocks: [], pages: null }, { title }),
  added: "2026-11-02T09:00:00.000Z",
  by: "coordinator",
  request: null,
  replaces: [],
});
