import { IconPencil, IconTrash } from "@tabler/icons-react";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { iconLook } from "./mark-icon.tsx";
import type { DrawnMark, MarkDrawing } from "./use-drawn-marks.ts";

/** What can be done with the marks of a list. */
export interface RowActs {
  readonly drawing: Pick<MarkDrawing, "remove" | "describe"> | undefined;
  readonly openMark: (mark: DrawnMark) => void;
  /** The mark that its author is about to give words. */
  readonly describing: string | undefined;
  readonly describe: (id: string | undefined) => void;
}

export interface MarkRowProps {
  readonly mark: DrawnMark;
  readonly icon: ReactNode;
  /** What stands there where its author wrote and measured nothing. */
  readonly plain: string;
  readonly acts: RowActs;
}

/** A mark in the list below a picture: the keyboard's way to it. */
export function MarkRow({ mark, icon, plain, acts }: MarkRowProps) {
  const t = useTranslations("imaging");
  const { author } = mark;
  const words = [mark.words, mark.anchor.mark?.says ?? ""].filter((part) => part !== "").join(", ") || plain;
  if (acts.describing === mark.id && mark.isOwn) return <DescribeMark mark={mark} acts={acts} />;
  return (
    <li data-open={mark.isOpen || undefined} data-person={author.colour}>
      <button
        type="button"
        className="mark-row"
        aria-expanded={mark.isOpen}
        onClick={() => acts.openMark(mark)}
      >
        {icon}
        <b aria-hidden>{author.initials}</b>
        <span dir="auto" aria-hidden>
          {words}
        </span>
        <span className="visually-hidden">{t("openMark", { author: author.name, words })}</span>
      </button>
      {mark.isOwn && (
        <>
          <ToolbarButton
            icon={<IconPencil {...iconLook} />}
            label={t("describeMark")}
            onClick={() => acts.describe(mark.id)}
          />
          <ToolbarButton
            icon={<IconTrash {...iconLook} />}
            label={t("removeMark")}
            onClick={() => acts.drawing?.remove(mark)}
          />
        </>
      )}
    </li>
  );
}

function DescribeMark({ mark, acts }: Pick<MarkRowProps, "mark" | "acts">) {
  const t = useTranslations("imaging");
  const [words, setWords] = useState(mark.words);
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    if (words.trim() !== "") acts.drawing?.describe(mark, words);
    acts.describe(undefined);
  };
  return (
    <li>
      <form className="describe-mark" onSubmit={keep}>
        <input
          value={words}
          aria-label={t("markWords")}
          placeholder={t("markWords")}
          maxLength={200}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- Whoever has drawn an arrow writes next.
          autoFocus
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            acts.describe(undefined);
          }}
        />
        <Button type="submit" size="small">
          {t("keepWords")}
        </Button>
        <Button size="small" look="quiet" onClick={() => acts.describe(undefined)}>
          {t("leaveWords")}
        </Button>
      </form>
    </li>
  );
}
