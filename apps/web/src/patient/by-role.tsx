import { isPatientSide } from "@consilium/clinical";
import { type ComponentType, lazy, Suspense } from "react";
import { useCase } from "../case/case-context.ts";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { PatientFrame } from "./patient-frame.tsx";

/** One address, two screens: the patient's side has its own column, everybody else the desk. Each loads only what it shows. */
function byRole(Patient: ComponentType, Others: ComponentType): ComponentType {
  return function ByRole() {
    const { detail } = useCase();
    if (!isPatientSide(detail.seat)) return <Others />;
    return (
      <PatientFrame>
        <Suspense fallback={<SkeletonAfter />}>
          <Patient />
        </Suspense>
      </PatientFrame>
    );
  };
}

const textPages = () => import("../opinion/text-pages.tsx");
const slotPages = () => import("./slot-pages.tsx");

export const HomeByRole = byRole(
  lazy(async () => ({ default: (await import("./patient-home.tsx")).PatientHome })),
  lazy(async () => ({ default: (await import("../case/case-home.tsx")).CaseHome })),
);

export const OpinionByRole = byRole(
  lazy(async () => ({ default: (await import("./opinion-page.tsx")).PatientOpinion })),
  lazy(async () => ({ default: (await textPages()).OpinionPage })),
);

export const StoryByRole = byRole(
  lazy(async () => ({ default: (await import("./story-page.tsx")).PatientStory })),
  lazy(async () => ({ default: (await textPages()).StoryPage })),
);

const nothing = lazy(async () => ({ default: (await import("../app/not-found.tsx")).NotFound }));

export const MessagesByRole = byRole(
  lazy(async () => ({ default: (await slotPages()).PatientMessages })),
  nothing,
);

export const RecordsByRole = byRole(
  lazy(async () => ({ default: (await slotPages()).PatientRecords })),
  lazy(async () => ({ default: (await import("../record/record-pages.tsx")).RecordsPage })),
);
