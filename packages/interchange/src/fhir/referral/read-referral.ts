import type { ClinicalRecord } from "@consilium/clinical";
import { child, children, line, type Node, text } from "../../json/node.ts";
import { type Found, nameOf, placeOf, type Reading } from "../reading.ts";
import { eventsOf } from "./events-of.ts";
import { findRequest, referredBy } from "./find-request.ts";
import { intakeForm } from "./intake-form.ts";
import { readChoices } from "./read-choices.ts";
import { readWords } from "./read-words.ts";
import {
  type Referral,
  type ReferralChoices,
  type ReferralQuestion,
  type ReferralVoice,
  silent,
} from "./referral.ts";
import { reasonsIn, requestWords, senderOf, sideOf } from "./request-words.ts";

export interface ReferralReading {
  readonly referral: Referral;
  /** It was written in an intake of ours, which asks for everything. */
  readonly isWhole: boolean;
  /** What is in the referral, and no record any more. */
  readonly taken: ReadonlySet<Found>;
}

/** What a file asks for. Undefined: it asks for nothing, it holds records. */
export function readReferral(found: readonly Found[], reading: Reading): ReferralReading | undefined {
  const request = findRequest(found, reading);
  if (!request) return undefined;
  const ofType = (type: string) =>
    found.filter(
      ({ entry, node }) => entry.type === type && referredBy(node, reading).includes(request.node),
    );
  const responses = ofType("QuestionnaireResponse");
  const formed = (form: string) => responses.filter(({ node }) => line(node, "questionnaire") === form);
  const [words, choices] = [formed(intakeForm.words), formed(intakeForm.choices)];
  const messages = ofType("Communication").filter(isQuestion);
  const taken = new Set([request, ...words, ...choices, ...messages]);
  for (const { entry } of taken) reading.ledger.represent(entry);
  const doctor = doctorOf(request.node, reading);
  const [chosen] = choices;
  const isWhole = words.length + choices.length > 0;
  const voices = isWhole
    ? words.map(({ node }) => readWords(node, sideOf(child(node, "source"), node, reading)))
    : voicesOfRequest(request, messages, reading);
  return {
    taken,
    isWhole,
    referral: {
      title: reasonsIn(request.node, reading)[0] ?? null,
      voices,
      choices: isWhole ? (chosen ? readChoices(chosen.node) : {}) : doctor,
    },
  };
}

/** Who refers treats the patient. */
function doctorOf(request: Node, reading: Reading): ReferralChoices {
  const requester = child(request, "requester");
  const name = nameOf(reading, request, requester);
  if (name === null || sideOf(requester, request, reading) !== "clinician") return {};
  return {
    treating: {
      has: true,
      name: name.slice(0, 200),
      workplace: placeOf(reading, request).slice(0, 200),
      contact: "",
    },
  };
}

/** What was asked. What answers something, or was taken back, asks nothing. */
const isQuestion = ({ node }: Found): boolean =>
  children(node, "inResponseTo").length === 0 &&
  !["stopped", "not-done", "entered-in-error"].includes(line(node, "status") ?? "") &&
  questionsIn(node).length > 0;

const questionsIn = (message: Node): readonly ReferralQuestion[] =>
  children(message, "payload").flatMap((payload) => {
    const words = text(payload, "contentString");
    return words === null ? [] : [{ text: words, textForBlind: null }];
  });

/** The words of the request are its requester's; each question is its sender's. */
function voicesOfRequest(
  request: Found,
  messages: readonly Found[],
  reading: Reading,
): readonly ReferralVoice[] {
  const own = sideOf(child(request.node, "requester"), request.node, reading);
  const { told, decision } = requestWords(request.node, reading);
  const asked = Map.groupBy(messages, ({ node }) => sideOf(senderOf(node), node, reading) ?? own);
  const sides = new Set([own, ...asked.keys()]);
  return [...sides].map((side) => ({
    ...silent,
    side,
    texts: side === own ? { ...(told !== null && { told }), ...(decision !== null && { decision }) } : {},
    questions: (asked.get(side) ?? []).flatMap(({ node }) => questionsIn(node)),
  }));
}

/** With what the records say happened. */
export function withEvents({ voices, ...referral }: Referral, records: readonly ClinicalRecord[]): Referral {
  const [first, ...others] = voices;
  const told = first ? [{ ...first, entries: eventsOf(records) }, ...others] : [];
  return { ...referral, voices: told };
}
