import type { RecordKind } from "@consilium/clinical";
import {
  IconActivity,
  IconAlertCircle,
  IconCalendarEvent,
  IconCell,
  IconCut,
  IconFileText,
  IconFileTypePdf,
  IconLineScan,
  IconListCheck,
  IconMicroscope,
  IconPhoto,
  IconPill,
  IconRadar2,
  IconTestPipe,
  IconVaccine,
} from "@tabler/icons-react";

const icons = {
  note: IconFileText,
  document: IconFileTypePdf,
  pictures: IconPhoto,
  pathology: IconMicroscope,
  slide: IconCell,
  "imaging-study": IconRadar2,
  "imaging-report": IconLineScan,
  laboratory: IconTestPipe,
  problems: IconActivity,
  medicines: IconPill,
  allergies: IconAlertCircle,
  procedures: IconCut,
  immunizations: IconVaccine,
  encounters: IconCalendarEvent,
  plans: IconListCheck,
} as const satisfies Record<RecordKind, unknown>;

export function RecordIcon({ kind }: { readonly kind: RecordKind }) {
  const Icon = icons[kind];
  return <Icon size="1.125rem" stroke={1.75} aria-hidden />;
}
