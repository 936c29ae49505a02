import "./thread-card.css";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Avatar, type AvatarPerson } from "./avatar.tsx";

export interface ThreadCardProps {
  readonly author: AvatarPerson;
  /** Open has the shadow and everything inside; closed has the bar only. */
  readonly isOpen: boolean;
  /** `ThreadEntry`s: the first words, then replies. */
  readonly children: ReactNode;
  /** Below the entries: the field for a reply, actions. */
  readonly foot?: ReactNode;
}

/** The shell of a thread in the gutter; the bar at its edge is its author's. */
export function ThreadCard({ author, isOpen, children, foot }: ThreadCardProps) {
  const t = useTranslations("annotation");
  return (
    <article
      className="thread"
      data-person={author.colour}
      data-open={isOpen || undefined}
      aria-label={t("threadOf", { name: author.name })}
    >
      {children}
      {foot && <div className="thread-foot">{foot}</div>}
    </article>
  );
}

export interface ThreadEntryProps {
  readonly author: AvatarPerson;
  /** Written instead of the name: the reader's own words. */
  readonly isMine?: boolean;
  readonly at: ReactNode;
  readonly children: ReactNode;
  /** Beside the time: "Answer in plain words". */
  readonly action?: ReactNode;
}

export function ThreadEntry({ author, isMine = false, at, children, action }: ThreadEntryProps) {
  const t = useTranslations("annotation");
  return (
    <div className="thread-entry" data-person={author.colour}>
      <p className="thread-author">
        <Avatar person={author} size={20} isDecoration />
        <b translate={isMine ? undefined : "no"}>{isMine ? t("you") : author.name}</b>
      </p>
      <div className="thread-words">{children}</div>
      <p className="thread-time num">
        {at} {action}
      </p>
    </div>
  );
}
