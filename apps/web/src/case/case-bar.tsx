import { dayIn } from "@consilium/foundation";
import { IconUsers } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { ageOn } from "../case-list/age.ts";
import { ConferencesItem } from "../conference/calling/conferences-item.tsx";
import { AvatarRow } from "../design/avatar-row.tsx";
import { Avatar } from "../design/avatar.tsx";
import { DueTime, type DueTimeProps } from "../design/due-time.tsx";
import { ToolbarLink } from "../design/toolbar-link.tsx";
import { PeopleItem } from "../people/people-item.tsx";
import { useTakeAlong } from "../take-along/use-take-along.tsx";
import "./case.css";
import type { CaseDetail } from "./case-api.ts";
import { useCase } from "./case-context.ts";
import { CaseMenu, type More } from "./case-menu.tsx";
import { dueClockOf } from "./due-clock.ts";
import { SavedIndicator } from "./saved-indicator.tsx";
import { usePresence } from "./use-presence.ts";

export interface CaseBarProps {
  /** The next step of what is open. */
  readonly action?: ReactNode;
  /** What else can be done with what is open. */
  readonly more?: More | undefined;
}

/** The bar of a case: whose it is, whether all is saved, who is here, until when. */
export function CaseBar({ action, more }: CaseBarProps) {
  const { detail, people } = useCase();
  const me = people.get(detail.seat.id);
  const clock = openClock(detail);
  const along = useTakeAlong();
  return (
    <AppBar
      menu={
        <>
          <PeopleItem />
          <ConferencesItem />
          {along.item}
        </>
      }
      {...(me && { colour: me.colour, side: me.side })}
      end={
        <>
          <SavedIndicator />
          <PeopleHere />
          {clock && <DueTime {...clock} />}
          <CaseMenu more={more} />
          {action}
        </>
      }
    >
      <PatientOfCase />
      {along.dialog}
    </AppBar>
  );
}

function PatientOfCase() {
  const t = useTranslations("workspace");
  const steps = useTranslations("intake");
  const { detail, people } = useCase();
  const { patient, number } = detail;
  const title = detail.title || steps("untitled");
  const seated = [...people.values()].find(({ role }) => role === "patient");
  return (
    <div className="case-patient">
      <Avatar
        person={{ ...patient, colour: seated?.colour ?? "plum", side: "patient" }}
        size={28}
        isDecoration
      />
      <div className="case-patient-words">
        <p>
          <b>{patient.name || steps("unnamed")}</b> <PatientFacts patient={patient} />
        </p>
        <p className="num">{t("caseNumber", { number, title })}</p>
      </div>
    </div>
  );
}

function PatientFacts({ patient }: { readonly patient: CaseDetail["patient"] }) {
  const t = useTranslations("workspace");
  const now = useNow();
  const zone = useTimeZone() ?? "UTC";
  const { born, sex } = patient;
  if (born === null) return null;
  // At noon: a date of birth is the same day wherever it is read.
  const day = new Date(`${born}T12:00:00Z`);
  const age = ageOn(born, dayIn(zone, now));
  return (
    <span>
      {sex === null || age === undefined
        ? t("patientBorn", { born: day })
        : t("patientFacts", { age, sex, born: day })}
    </span>
  );
}

/** Everybody of the case; who is here now wears a ring. */
function PeopleHere() {
  const t = useTranslations("people");
  const { caseId, people } = useCase();
  const here = new Set(usePresence().map(({ person }) => person.seat));
  const shown = [...people.values()]
    .filter(({ hasEnded, isOwn }) => !hasEnded && !isOwn)
    .toSorted((one, other) => Number(here.has(other.seat)) - Number(here.has(one.seat)));
  return (
    <div className="case-people">
      <AvatarRow
        people={shown.map((person) => ({
          ...person,
          id: person.seat,
          presence: here.has(person.seat) ? "here" : "away",
        }))}
      />
      <ToolbarLink
        to="/cases/$caseId/people"
        params={{ caseId }}
        icon={<IconUsers size="1.125rem" stroke={1.75} aria-hidden />}
        label={t("open")}
      />
    </div>
  );
}

/** The clock that matters now: the opinion's, and before it has begun the one that runs or stands. */
function openClock({ clocks }: CaseDetail): DueTimeProps | undefined {
  const clock =
    clocks.find(({ kind, state }) => kind === "opinion" && state !== "not-begun") ??
    clocks.find(({ state }) => state === "running" || state === "paused");
  const due = clock && dueClockOf(clock);
  return due && { clock: due, isNamed: clock.kind === "opinion" };
}
