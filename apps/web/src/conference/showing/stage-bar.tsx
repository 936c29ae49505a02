import { parseDocumentName } from "@consilium/clinical";
import { IconFolderOpen, IconPresentation } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Button } from "../../design/button.tsx";
import { Glyph } from "../../design/glyph.tsx";
import { Panel } from "../../design/panel.tsx";
import { useIsWidth } from "../../design/width.ts";
import { useConferenceRoom } from "../room-context.ts";
import { StageChoice } from "./stage-choice.tsx";
import { useItemWords } from "./use-item-words.ts";
import type { Stage } from "./use-stage.ts";
import { useWhereOf } from "./use-where-of.ts";

export interface StageBarProps {
  readonly stage: Stage;
}

const look = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

/** Above the evidence: who shows what, whether one follows, and what one can do about it. */
export function StageBar({ stage }: StageBarProps) {
  const t = useTranslations("conferences.stage");
  const { detail } = useCase();
  const isEmpty = stage.on.is === "empty" || (stage.on.is === "showing" && stage.on.item === null);
  return (
    <header className="stage-bar">
      <div className="stage-line">
        <IconPresentation {...look} />
        <Line stage={stage} />
      </div>
      <div className="stage-acts">
        <Acts stage={stage} />
        {detail.seat.role !== "guest" && !isEmpty && <Choose onChoose={stage.choose} />}
      </div>
      {stage.refused && (
        <p className="stage-refused" role="alert">
          <Glyph name="must" /> {t(`refused.${stage.refused}`)}
        </p>
      )}
    </header>
  );
}

function Line({ stage: { on } }: StageBarProps) {
  const t = useTranslations("conferences.stage");
  const item = "item" in on ? on.item : null;
  const words = useItemWords(item ?? undefined);
  const shown = useItemWords((on.is === "apart" ? on.shown : item) ?? undefined);
  switch (on.is) {
    case "empty":
      return <output>{t("empty")}</output>;
    case "own":
      return <output>{t("own", { item: words })}</output>;
    case "showing":
      return <output>{youShow(t, on.item, words)}</output>;
    case "following":
    case "apart":
      return <ShownBy seat={on.by} item={on.is === "apart" ? on.shown : on.item} words={shown} />;
  }
}

type StageMessages = ReturnType<typeof useTranslations<"conferences.stage">>;

/** The patient and guests do not see an opinion that is being written. */
function youShow(t: StageMessages, item: string | null, words: string): string {
  if (item === null) return t("chooseWhat");
  return parseDocumentName(item)?.kind === "opinion" ? t("youShowOpinion") : t("youShow", { item: words });
}

interface ShownByProps {
  readonly seat: string;
  readonly item: string | null;
  readonly words: string;
}

/** A screen reader hears who shows what; the slice changes too often to be said. */
function ShownBy({ seat, item, words }: ShownByProps) {
  const t = useTranslations("conferences.stage");
  const name = useNameOf(seat);
  const colour = useCase().people.get(seat)?.colour;
  const where = useWhereOf(seat, item);
  const b = (chunks: ReactNode) => <b data-person={colour}>{chunks}</b>;
  if (item === null) return <output>{t.rich("chooses", { name, b })}</output>;
  return (
    <p>
      <output>{t.rich("shows", { name, item: words, b })}</output>
      {where !== undefined && (
        <span className="num" aria-hidden>
          {t("where", { where })}
        </span>
      )}
    </p>
  );
}

/** As the others of the conference know them: a guest has no place in the case that has a name. */
function useNameOf(seat: string): string {
  const { peers } = useConferenceRoom();
  const { people } = useCase();
  return peers.find((peer) => peer.seat === seat)?.name ?? people.get(seat)?.name ?? "";
}

function Acts({ stage }: StageBarProps) {
  const t = useTranslations("conferences.stage");
  const { may } = useConferenceRoom();
  switch (stage.on.is) {
    case "empty":
      return null;
    case "following":
      return stage.on.item === null ? null : <span className="stage-hint">{t("following")}</span>;
    case "apart":
      return (
        <>
          <span className="stage-hint">{t("apart")}</span>
          <Button size="small" onClick={stage.followAgain}>
            {t("followAgain")}
          </Button>
        </>
      );
    case "showing":
      return (
        <Button size="small" onClick={stage.stopShowing}>
          {t("stop")}
        </Button>
      );
    case "own":
      return may.includes("present") ? (
        <Button size="small" onClick={stage.showToAll}>
          {t("showToAll")}
        </Button>
      ) : null;
  }
}

function Choose({ onChoose }: { readonly onChoose: (item: string) => void }) {
  const t = useTranslations("conferences.stage");
  const isPhone = useIsWidth("narrow");
  const [isOpen, setOpen] = useState(false);
  const choose = (item: string) => {
    setOpen(false);
    onChoose(item);
  };
  return (
    <Panel
      isOpen={isOpen}
      onChange={setOpen}
      label={t("choose")}
      target={
        <Button
          size="small"
          icon={<IconFolderOpen {...look} />}
          aria-label={t("another")}
          onClick={() => setOpen(!isOpen)}
        >
          {!isPhone && t("another")}
        </Button>
      }
    >
      <StageChoice onChoose={choose} />
    </Panel>
  );
}
