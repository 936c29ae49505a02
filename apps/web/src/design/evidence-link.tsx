import "./evidence-link.css";
import { IconChartLine, IconFileText, IconLineScan, IconUnlink } from "@tabler/icons-react";
import type { MouseEventHandler } from "react";
import { useTranslations } from "use-intl";

/** What the place is on: an image, a value, a text. */
export type EvidenceKind = "image" | "value" | "text";

const icons = { image: IconLineScan, value: IconChartLine, text: IconFileText };

export interface EvidenceLinkProps {
  readonly kind: EvidenceKind;
  /** Modality, date, place: "CT 3 Nov, slice 87". */
  readonly name: string;
  /** The address of the place, for a new tab and for sending. */
  readonly href: string;
  /** It is shown beside the text at this moment. */
  readonly isOpen?: boolean;
  readonly onClick?: MouseEventHandler<HTMLAnchorElement>;
}

/** The software's voice inside a person's sentence: sans inside serif. */
export function EvidenceLink({ kind, name, href, isOpen = false, onClick }: EvidenceLinkProps) {
  const Icon = icons[kind];
  return (
    <a className="evidence-link" href={href} aria-current={isOpen ? "location" : undefined} onClick={onClick}>
      <Icon size="0.9375rem" stroke={1.75} aria-hidden />
      {name}
    </a>
  );
}

/** A place that the record no longer has. Said, never dropped. */
export function LostEvidence({ name }: { readonly name: string }) {
  const t = useTranslations("opinion");
  return (
    <span className="evidence-link" data-lost>
      <IconUnlink size="0.9375rem" stroke={1.75} aria-hidden />
      {t("placeNotFound", { place: name })}
    </span>
  );
}
