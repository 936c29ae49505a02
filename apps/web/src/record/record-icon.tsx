import type { RecordKind } from "@consilium/clinical";
import {
  IconActivity,
  IconAlertCircle,
  IconCalendarEvent,
  IconCut,
  IconFileText,
  IconLineScan,
  IconListCheck,
  IconMicroscope,
  IconPill,
  IconTestPipe,
  IconVaccine,
} from "@tabler/icons-react";

const icons = {
  note: IconFileText,
  pathology: IconMicroscope,
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
