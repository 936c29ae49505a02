import type { ListEntry } from "@consilium/clinical";
import { given, refer } from "@consilium/report/fhir";
import type { CarePlan, Goal, ServiceRequest } from "@medplum/fhirtypes";
import { conceptOf, dateOf, periodOf } from "./concept.ts";
import { inWords } from "./problem.ts";
import { codeAmong, notes, oneLine, withoutPrefix } from "./words.ts";

/** By how its title begins, as it was read. */
export function planOf(entry: ListEntry): CarePlan | Goal | ServiceRequest {
  if (entry.title === "Care plan" || entry.title.startsWith("Care plan: ")) return carePlanOf(entry);
  return entry.title.startsWith("Goal: ") ? goalOf(entry) : orderOf(entry);
}

const states = ["draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"] as const;

function carePlanOf({ title, status, from, to, note, detail, codings }: ListEntry): CarePlan {
  return given<CarePlan>({
    resourceType: "CarePlan",
    status: codeAmong(states, status) ?? "unknown",
    intent: "plan",
    category: codings.length === 0 ? null : [conceptOf(withoutPrefix(title, "Care plan"), codings)],
    title: title === "Care plan" ? null : oneLine(withoutPrefix(title, "Care plan")),
    description: detail === null ? null : oneLine(detail),
    subject: refer("patient"),
    period: periodOf(from, to),
    note: notes(note),
  });
}

const goalStates = [
  "proposed",
  "planned",
  "accepted",
  "active",
  "on-hold",
  "completed",
  "cancelled",
  "entered-in-error",
  "rejected",
] as const;

function goalOf({ title, codings, status, from, to, note, detail }: ListEntry): Goal {
  const [stage = "", ...achieved] = (status ?? "").split(", ");
  return given<Goal>({
    resourceType: "Goal",
    lifecycleStatus: codeAmong(goalStates, stage) ?? "active",
    achievementStatus: inWords(achieved.join(", ")),
    description: conceptOf(withoutPrefix(title, "Goal"), codings),
    subject: refer("patient"),
    startDate: from === null ? null : from.slice(0, 10),
    target: to === null ? null : [{ dueDate: to.slice(0, 10) }],
    note: notes(note, detail),
  });
}

function orderOf({ title, codings, status, from, to, note, detail }: ListEntry): ServiceRequest {
  const isForbidden = title.startsWith("Not to be done: ");
  return given<ServiceRequest>({
    resourceType: "ServiceRequest",
    status: codeAmong(states, status) ?? "unknown",
    intent: title.startsWith("Planned: ") ? "plan" : "order",
    doNotPerform: isForbidden ? true : null,
    code: conceptOf(withoutPrefix(title, "Ordered", "Planned", "Not to be done"), codings),
    subject: refer("patient"),
    occurrencePeriod: to === null ? null : periodOf(null, to),
    authoredOn: dateOf(from),
    note: notes(note, detail),
  });
}
