import {
  IconActivity,
  IconAlertCircle,
  IconCalendarEvent,
  IconCell,
  IconCut,
  IconFileText,
  IconFileTypePdf,
  IconHeartRateMonitor,
  IconLineScan,
  IconListCheck,
  IconMicroscope,
  IconPhoto,
  IconPill,
  IconRadar2,
  IconTestPipe,
  IconVaccine,
} from "@tabler/icons-react";
import type { ShownKind } from "./shown-kind.ts";

const icons = {
  note: IconFileText,
  document: IconFileTypePdf,
  pictures: IconPhoto,
  pathology: IconMicroscope,
  slide: IconCell,
  "imaging-study": IconRadar2,
  tracing: IconHeartRateMonitor,
  "imaging-report": IconLineScan,
  laboratory: IconTestPipe,
  problems: IconActivity,
  medicines: IconPill,
  allergies: IconAlertCircle,
  procedures: IconCut,
  immunizations: IconVaccine,
  encounters: IconCalendarEvent,
  plans: IconListCheck,
} as const satisfies Record<ShownKind, unknown>;

export function RecordIcon({ kind }: { readonly kind: ShownKind }) {
  const Icon = icons[kind];
  return <Icon size="1.125rem" stroke={1.75} aria-hidden />;
}
