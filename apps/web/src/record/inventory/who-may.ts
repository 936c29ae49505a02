import { isPatientSide } from "@consilium/clinical";
import type { CaseDetail } from "../../case/case-api.ts";
import type { OpenCase } from "../../case/case-context.ts";
import type { CasePerson } from "../../case/people.ts";
import type { Request } from "./use-inventory.ts";

/** Whether a request asks this seat. What a patient is asked, the patient's side is asked. */
export function isAskedOf(
  { of }: Pick<Request, "of">,
  seat: CaseDetail["seat"],
  people: ReadonlyMap<string, CasePerson>,
): boolean {
  if (of === null) return false;
  return of === seat.id || (isPatientSide(seat) && people.get(of)?.side === "patient");
}

/** Who may ask for records says also what became of them. */
export const mayAsk = ({ detail }: Pick<OpenCase, "detail">): boolean =>
  detail.commands.includes("request a record");

/** Of what this seat is asked itself. */
export const mayAnswerFor = (
  { detail, people }: Pick<OpenCase, "detail" | "people">,
  request: Request,
): boolean =>
  request.state === "open" &&
  detail.commands.includes("answer a request") &&
  isAskedOf(request, detail.seat, people);

/** Whoever asked takes it back, or whoever coordinates. */
export const mayWithdraw = ({ detail }: Pick<OpenCase, "detail">, { by, state }: Request): boolean =>
  state === "open" && (by === detail.seat.id || detail.seat.role === "coordinator");
