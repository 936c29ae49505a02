import type { ReactNode } from "react";
import { useCase } from "../case/case-context.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { useEvidence } from "./evidence-context.ts";
import { withPlaceBeside, withPlaceOpen } from "./record-beside-text.ts";

export interface PlaceWayProps {
  readonly record: string;
  /** As an address names it: a piece of the record's text, or a place of a report. */
  readonly place: string;
  /** What a screen reader hears, where the words alone say too little. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** The way to a place of another record: beside the text where there is one, else at its own address. */
export function PlaceWay({ record, place, label, children }: PlaceWayProps) {
  const { caseId } = useCase();
  const isBeside = useEvidence() !== undefined;
  const look = { look: "quiet", size: "small", "aria-label": label } as const;
  return isBeside ? (
    <ButtonLink {...look} to="." search={withPlaceBeside(record, place)} resetScroll={false}>
      {children}
    </ButtonLink>
  ) : (
    <ButtonLink
      {...look}
      to="/cases/$caseId/records/$recordId"
      params={{ caseId, recordId: record }}
      search={withPlaceOpen(place)}
    >
      {children}
    </ButtonLink>
  );
}
