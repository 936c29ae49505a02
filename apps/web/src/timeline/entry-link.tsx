import type { TimelineEntry } from "@consilium/clinical";
import { Link } from "@tanstack/react-router";
import type { KeyboardEventHandler, ReactNode } from "react";
import { useCase } from "../case/case-context.ts";
import { withPlaceOpen } from "../record/record-beside-text.ts";

export interface EntryLinkProps {
  readonly entry: TimelineEntry;
  readonly look: {
    readonly className: string;
    readonly tabIndex?: number;
    readonly title?: string;
    readonly onKeyDown?: KeyboardEventHandler;
    readonly "data-begins"?: string;
    readonly "data-ends"?: string;
  };
  readonly children: ReactNode;
}

/** The record of an entry, opened where the entry stands in it. */
export function EntryLink({ entry, look, children }: EntryLinkProps) {
  const { caseId } = useCase();
  return (
    <Link
      {...look}
      to="/cases/$caseId/records/$recordId"
      params={{ caseId, recordId: entry.record }}
      search={withPlaceOpen(entry.pieces[0])}
    >
      {children}
    </Link>
  );
}
