import "./section-list.css";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";
import { StateGlyph, type WorkState } from "./state-glyph.tsx";

export interface SectionListProps {
  readonly label: string;
  /** `SectionItem`s. */
  readonly children: ReactNode;
}

export function SectionList({ label, children }: SectionListProps) {
  return (
    <nav aria-label={label}>
      <ol className="section-list">{children}</ol>
    </nav>
  );
}

interface SectionAnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className" | "style"> {
  readonly number: number;
  /** Named so because a link's `state` is the router's. Undefined: not known yet. */
  readonly work: WorkState | undefined;
  /** Instead of the state's own glyph: something stands in the way. */
  readonly mark?: ReactNode;
  /** Avatars of who is in it, a count of threads. */
  readonly end?: ReactNode;
  readonly ref?: Ref<HTMLAnchorElement>;
}

function SectionAnchor({ number, work, mark, end, children, ...rest }: SectionAnchorProps) {
  return (
    <li>
      <a {...rest} className="section-item">
        <span className="section-number num">{number}</span>
        <span className="section-name">{children}</span>
        {end}
        {mark ?? (work && <StateGlyph state={work} isWordHidden />)}
      </a>
    </li>
  );
}

/** One section: number, name, who is in it, state. The router marks the one on screen. */
export const SectionItem = createLink(SectionAnchor);
