import type { ListEntry } from "@consilium/clinical";
import { child, children, line, type Node } from "../json/node.ts";
import {
  codeOf,
  conceptOf,
  conceptText,
  conceptTexts,
  joined,
  notesOf,
  quantityText,
  rangeText,
} from "./concept.ts";
import { dateOf, periodOf, spanOf } from "./dates.ts";
import type { Mapper } from "./list-mappers.ts";
import { nameOf, namesOf } from "./reading.ts";
import { reasonsOf, titlesOf } from "./reasons.ts";

function activityText(activity: Node): string | null {
  const detail = child(activity, "detail");
  const what = joined([conceptText(detail, "code"), line(detail, "description")], ": ");
  const where = line(child(detail, "location"), "display");
  const status = line(detail, "status");
  return what === null ? null : joined([what, joined([where, status], ", ")], ", ");
}

export const carePlanOf: Mapper<ListEntry> = ({ node }, reading) => {
  const [category] = children(node, "category")
    .map(conceptOf)
    .filter((concept) => concept !== null);
  const period = periodOf(child(node, "period"));
  const about = joined(titlesOf(reading, node, children(node, "addresses")), ", ");
  const detail = joined(
    [
      line(node, "description"),
      about === null ? null : `For ${about}`,
      ...children(node, "activity").map(activityText),
      ...namesOf(reading, node, children(node, "careTeam")),
    ],
    "\n",
  );
  const title = line(node, "title") ?? category?.text ?? null;
  if (title === null && detail === null) return null;
  return {
    id: reading.createId(),
    title: title === null ? "Care plan" : `Care plan: ${title}`,
    codings: category?.codings ?? [],
    status: line(node, "status"),
    from: period.from,
    to: period.to,
    note: joined(notesOf(node), "\n"),
    detail,
  };
};

const targetText = (target: Node): string | null =>
  joined(
    [
      conceptText(target, "measure"),
      quantityText(child(target, "detailQuantity")) ??
        rangeText(child(target, "detailRange")) ??
        line(target, "detailString") ??
        conceptText(target, "detailCodeableConcept"),
    ],
    " ",
  );

export const goalOf: Mapper<ListEntry> = ({ node }, reading) => {
  const description = conceptOf(child(node, "description"));
  if (description === null) return null;
  const [due] = children(node, "target").map((target) => dateOf(target, "dueDate"));
  return {
    id: reading.createId(),
    title: `Goal: ${description.text}`,
    codings: description.codings,
    status: joined([line(node, "lifecycleStatus"), codeOf(node, "achievementStatus")], ", "),
    from: dateOf(node, "startDate"),
    to: due ?? null,
    note: joined(notesOf(node), "\n"),
    detail: joined(children(node, "target").map(targetText)),
  };
};

export const serviceRequestOf: Mapper<ListEntry> = ({ node }, reading) => {
  const what = conceptOf(child(node, "code"));
  if (what === null) return null;
  const occurrence = spanOf(node, "occurrence");
  const forbidden = node["doNotPerform"] === true;
  const isPlan = ["plan", "proposal"].includes(line(node, "intent") ?? "");
  return {
    id: reading.createId(),
    title: `${forbidden ? "Not to be done" : isPlan ? "Planned" : "Ordered"}: ${what.text}`,
    codings: what.codings,
    status: line(node, "status"),
    from: dateOf(node, "authoredOn") ?? occurrence.from,
    to: occurrence.to,
    note: joined(notesOf(node), "\n"),
    detail: joined([
      ...reasonsOf(node, reading),
      ...conceptTexts(node, "bodySite"),
      line(node, "patientInstruction"),
      nameOf(reading, node, child(node, "requester")),
    ]),
  };
};
