import {
  type CaseFacts,
  effectiveState,
  isBeforeSigning,
  isBeforeSubmission,
  isDelivered,
  isOver,
} from "../case/case-facts.ts";
import { isSeated, type ProxyScope, type Role, type Seat } from "../identity/seat.ts";
import { isClinician, isPatientSide, isReadingBlind } from "./columns.ts";

/** The table of commands of docs/rights.md: who may do what by a command. Everything else is denied. */
export const commands = [
  "answer the intake",
  "change how the patient hears the result",
  "give or withdraw consent",
  "submit",
  "give or end a seat",
  "lifecycle, clocks, requests, marking an item as revealing",
  "request a record",
  "answer a request",
  "withdraw a request",
  "add a record",
  "share, unshare, name a version",
  "accept or decline a suggestion",
  "reveal",
  "withdraw or rank a question",
  "sign, correct, retract",
  "tell the result",
  "feasibility, done",
  "share a report by a link",
  "raise an urgent finding",
  "acknowledge an urgent finding",
  "offer a case, withdraw an offer",
  "begin, sign an addendum",
  "ask for a visit",
  "answer a wish for a visit",
  "give feedback",
  "finish a blind read",
  "take the case along",
  "call a conference, invite to it",
  "share a conference's notes",
  "erase a recording",
] as const;
export type Command = (typeof commands)[number];

/** What a seat is given or ended for, where the command names one. */
export interface CommandObject {
  readonly role?: Role;
  /** The authors of the opinion that a command is about. */
  readonly authors?: readonly string[];
  /** Whom a request asks; of a patient's it is the patient's side. */
  readonly askedOf?: Pick<Seat, "id" | "role">;
  /** Whose seat asked for a record. */
  readonly askedBy?: string;
  /** Whom an urgent finding names. */
  readonly named?: readonly string[];
}

/** A person within the case asks for a command; true when the table allows it now. */
export function mayCommand(
  command: Command,
  seat: Seat,
  facts: CaseFacts,
  now: Date,
  object: CommandObject = {},
): boolean {
  if (!isSeated(seat, now) || seat.caseId !== facts.id || effectiveState(facts) === "erased") return false;
  if (isOver(facts) && !alsoWhenOver(command, facts)) return false;
  if (seat.role === "proxy" && !scopeFor(command).some((scope) => seat.scopes.includes(scope))) return false;
  return isAllowed(command, seat, facts, object);
}

/** What cannot wait does not end with the case; what is wrong in a signed report is said also after closing, and it is shown to others. */
const alsoWhenOver = (command: Command, facts: CaseFacts): boolean =>
  command === "lifecycle, clocks, requests, marking an item as revealing" ||
  command === "raise an urgent finding" ||
  command === "acknowledge an urgent finding" ||
  command === "take the case along" ||
  command === "erase a recording" ||
  ((command === "sign, correct, retract" ||
    command === "share a report by a link" ||
    command === "give feedback") &&
    effectiveState(facts) === "closed");

function isAllowed(command: Command, seat: Seat, facts: CaseFacts, object: CommandObject): boolean {
  if (isOf(besideOpinion, command)) return isAllowedBeside(command, seat, facts, object);
  if (isOf(aroundSigning, command)) return isAllowedAround(command, seat, facts, object);
  const { role } = seat;
  const patientSide = isPatientSide(seat);
  switch (command) {
    case "answer the intake":
    case "submit":
      return (patientSide || role === "referrer") && isBeforeSubmission(facts);
    case "give or withdraw consent":
      return patientSide || role === "referrer";
    case "give or end a seat":
      return role === "coordinator" || (role === "patient" && isGivenByPatient(object.role));
    case "lifecycle, clocks, requests, marking an item as revealing":
      return role === "coordinator";
    case "request a record":
      return mayRequest(seat);
    case "answer a request":
      return mayRequest(seat) || isAsked(seat, object.askedOf);
    case "withdraw a request":
      return role === "coordinator" || object.askedBy === seat.id;
    case "add a record":
      return patientSide || role === "referrer" || role === "coordinator";
    case "share, unshare, name a version":
      return role === "specialist" && (object.authors ?? []).includes(seat.id);
    case "accept or decline a suggestion":
      return isClinician(seat) || patientSide;
    case "reveal":
      return isReadingBlind(seat);
    case "withdraw or rank a question":
      return patientSide || role === "referrer" || role === "coordinator";
    case "sign, correct, retract":
      return isAuthor(seat) && (object.authors ?? []).includes(seat.id);
    case "tell the result":
      return isTreating(seat) || role === "coordinator" || isAuthor(seat);
    case "feasibility, done":
      return isTreating(seat) && facts.shares.some(({ audience }) => audience === "care-team");
  }
}

const aroundSigning = [
  "begin, sign an addendum",
  "ask for a visit",
  "answer a wish for a visit",
  "give feedback",
  "finish a blind read",
] as const satisfies readonly Command[];
type AroundSigning = (typeof aroundSigning)[number];

const besideOpinion = [
  "change how the patient hears the result",
  "share a report by a link",
  "raise an urgent finding",
  "acknowledge an urgent finding",
  "offer a case, withdraw an offer",
  "take the case along",
  "call a conference, invite to it",
  "share a conference's notes",
  "erase a recording",
] as const satisfies readonly Command[];
type BesideOpinion = (typeof besideOpinion)[number];

const isOf = <Some extends Command>(some: readonly Some[], command: Command): command is Some =>
  some.some((one) => one === command);

/** What does not go by who writes the opinion. */
function isAllowedBeside(
  command: BesideOpinion,
  seat: Seat,
  facts: CaseFacts,
  { named = [] }: CommandObject,
): boolean {
  const { role } = seat;
  switch (command) {
    case "change how the patient hears the result":
      return (role === "coordinator" || isPatientSide(seat)) && isBeforeSigning(facts);
    case "share a report by a link":
      return isPatientSide(seat) || role === "referrer";
    case "raise an urgent finding":
      return isClinician(seat);
    case "acknowledge an urgent finding":
      return role === "coordinator" || (isClinician(seat) && named.includes(seat.id));
    case "offer a case, withdraw an offer":
      return role === "coordinator" && isBeforeSigning(facts) && !isBeforeSubmission(facts);
    case "take the case along":
      return role !== "guest" && !isReadingBlind(seat);
    case "call a conference, invite to it":
      return role === "coordinator" || (isClinician(seat) && !isReadingBlind(seat));
    case "erase a recording":
      return role === "coordinator" || isPatientSide(seat);
    case "share a conference's notes":
      return isClinician(seat) && !isReadingBlind(seat);
  }
}

/** Beside the opinion and after it. */
function isAllowedAround(
  command: AroundSigning,
  seat: Seat,
  facts: CaseFacts,
  { authors = [] }: CommandObject,
): boolean {
  switch (command) {
    case "begin, sign an addendum":
      return isAuthor(seat) && authors.includes(seat.id) && isSigned(facts);
    case "answer a wish for a visit":
      return seat.role === "coordinator" || isAuthor(seat);
    case "ask for a visit":
    case "give feedback":
      return isPatientSide(seat) && isDelivered(facts);
    case "finish a blind read":
      return isReadingBlind(seat) && authors.includes(seat.id);
  }
}

/** Something signed is there to be added to. */
const isSigned = (facts: CaseFacts): boolean => facts.opinions.some(({ state }) => state === "signed");

/** They treat the patient where they live. */
const isTreating = ({ role }: Seat): boolean => role === "referrer" || role === "care-team";

const mayRequest = (seat: Seat): boolean =>
  seat.role === "coordinator" || seat.role === "referrer" || isAuthor(seat);

const isAsked = (seat: Seat, asked: CommandObject["askedOf"]): boolean =>
  asked !== undefined && (asked.id === seat.id || (isPatientSide(asked) && isPatientSide(seat)));

const isAuthor = ({ role, mode }: Seat): boolean => role === "specialist" && mode === "author";

/** The patient gives a place beside them, not in the programme. */
const isGivenByPatient = (role: Role | undefined): boolean =>
  role === "proxy" || role === "referrer" || role === "care-team";

const scopes: Partial<Record<Command, readonly ProxyScope[]>> = {
  "answer a request": ["add-records"],
  "add a record": ["add-records"],
  "answer the intake": ["write-story"],
  "change how the patient hears the result": ["write-story"],
  "give or withdraw consent": ["write-story"],
  submit: ["write-story"],
  "accept or decline a suggestion": ["write-story"],
  "withdraw or rank a question": ["ask", "write-story"],
  "share a report by a link": ["receive"],
  "ask for a visit": ["meet"],
  "erase a recording": ["meet"],
  "give feedback": ["receive"],
  "take the case along": ["read"],
};

const scopeFor = (command: Command): readonly ProxyScope[] => scopes[command] ?? [];
