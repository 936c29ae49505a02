import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCase } from "../../case/case-context.ts";
import { useNotes } from "./notes-context.ts";

export interface OpinionLinkProps {
  readonly label?: string;
  readonly children: ReactNode;
}

/** To the recommendations of the opinion. While the conference goes on it opens beside it: nobody hangs up by a link. */
export function OpinionLink({ label, children }: OpinionLinkProps) {
  const { caseId } = useCase();
  const { isLive } = useNotes();
  return (
    <Link
      to="/cases/$caseId/opinion/$section"
      params={{ caseId, section: "recommendations" }}
      aria-label={label}
      {...(isLive && { target: "_blank", rel: "noopener" })}
    >
      {children}
    </Link>
  );
}
