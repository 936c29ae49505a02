import { isPatientSide } from "@consilium/clinical";
import { type AsyncRouteComponent, lazyRouteComponent } from "@tanstack/react-router";
import { type ReactNode, Suspense } from "react";
import { ScreenOnItsWay } from "../app/screen-on-its-way.tsx";
import type { CaseDetail } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { draftOf } from "../case/draft-of.ts";
import { useDocument } from "../case/use-document.ts";
import { PageOnItsWay } from "../design/page-on-its-way.tsx";
import { PatientFrame } from "./patient-frame.tsx";

interface PageByRole {
  (): ReactNode;
  /** Fetches the scripts of what this seat sees. */
  readonly preload: (seat: Pick<CaseDetail["seat"], "role">) => void;
}

/**
 * One address, two screens: the patient's side has its own column, everybody else the desk. Each loads only what it shows.
 * `documentOf`: what the desk opens; it comes while the scripts of the desk do.
 */
function byRole(
  Patient: AsyncRouteComponent<unknown>,
  Others: AsyncRouteComponent<unknown>,
  documentOf?: (detail: CaseDetail) => string | undefined,
): PageByRole {
  function ByRole() {
    const { detail } = useCase();
    if (isPatientSide(detail.seat)) {
      return (
        <PatientFrame>
          <Suspense fallback={<PageOnItsWay />}>
            <Patient />
          </Suspense>
        </PatientFrame>
      );
    }
    const name = documentOf?.(detail);
    return (
      <>
        {name !== undefined && <Opened name={name} />}
        <Suspense fallback={<ScreenOnItsWay />}>
          <Others />
        </Suspense>
      </>
    );
  }
  const preload: PageByRole["preload"] = (seat) => void (isPatientSide(seat) ? Patient : Others).preload?.();
  return Object.assign(ByRole, { preload });
}

/** Stands outside of what waits for its scripts. */
function Opened({ name }: { readonly name: string }) {
  useDocument(name);
  return null;
}

const textPages = () => import("../opinion/text-pages.tsx");
const slotPages = () => import("./slot-pages.tsx");

export const HomeByRole = byRole(
  lazyRouteComponent(() => import("./patient-home.tsx"), "PatientHome"),
  lazyRouteComponent(() => import("../case/case-home.tsx"), "CaseHome"),
);

export const OpinionByRole = byRole(
  lazyRouteComponent(() => import("./opinion-page.tsx"), "PatientOpinion"),
  lazyRouteComponent(textPages, "OpinionPage"),
  draftOf,
);

export const StoryByRole = byRole(
  lazyRouteComponent(() => import("./story-page.tsx"), "PatientStory"),
  lazyRouteComponent(textPages, "StoryPage"),
  () => "story",
);

export const MessagesByRole = byRole(
  lazyRouteComponent(slotPages, "PatientMessages"),
  lazyRouteComponent(() => import("../app/not-found.tsx"), "NotFound"),
);

export const RecordsByRole = byRole(
  lazyRouteComponent(slotPages, "PatientRecords"),
  lazyRouteComponent(() => import("../record/record-pages.tsx"), "RecordsPage"),
);

export const PeopleByRole = byRole(
  lazyRouteComponent(() => import("../people/patient-people.tsx"), "PatientPeople"),
  lazyRouteComponent(() => import("../people/people-page.tsx"), "PeoplePage"),
);

const conferencesPage = () => import("../conference/calling/conferences-page.tsx");
const patientConferences = () => import("../conference/calling/patient-conferences.tsx");

export const ConferencesByRole = byRole(
  lazyRouteComponent(patientConferences, "PatientConferences"),
  lazyRouteComponent(conferencesPage, "ConferencesPage"),
);

export const OneConferenceByRole = byRole(
  lazyRouteComponent(patientConferences, "PatientOneConference"),
  lazyRouteComponent(conferencesPage, "OneConferencePage"),
);

/** By the id of their route. */
export const pagesByRole: ReadonlyMap<string, PageByRole> = new Map([
  ["/cases/$caseId/", HomeByRole],
  ["/cases/$caseId/opinion/$section", OpinionByRole],
  ["/cases/$caseId/story/$section", StoryByRole],
  ["/cases/$caseId/threads", MessagesByRole],
  ["/cases/$caseId/records", RecordsByRole],
  ["/cases/$caseId/people", PeopleByRole],
  ["/cases/$caseId/conferences", ConferencesByRole],
  ["/cases/$caseId/conferences/$conferenceId", OneConferenceByRole],
]);
