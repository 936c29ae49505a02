import { IconPrinter } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useBeginAddendum } from "../addendum/use-addenda.ts";
import { useCase } from "../case/case-context.ts";
import { type More, MoreMenu } from "../case/case-menu.tsx";
import { MenuItem } from "../design/menu.tsx";
import { LinksDialog } from "../link/links-dialog.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { openAddendumOf } from "../opinion/text-switch.tsx";
import { type ReportSummary, useCorrect, useRetract, useTell } from "./use-report.ts";
import { WordsDialog } from "./words-dialog.tsx";

const look = { size: "1.125rem", stroke: 1.75, "aria-hidden": true } as const;

type Way = "share" | "tell" | "correct" | "retract";

export interface MoreOfReport {
  readonly menu: More;
  /** Beside it: a menu closes, and what is asked stays. */
  readonly dialogs: ReactNode;
}

/** What else can be done with a report: told, printed, shared, added to, corrected, taken back. */
export function useMoreOfReport(summary: ReportSummary | undefined): MoreOfReport | undefined {
  const t = useTranslations();
  const [open, setOpen] = useState<Way>();
  const ways = useWays(summary);
  const add = useAdding(summary);
  if (!summary) return undefined;
  const items = (
    <>
      <MenuItem icon={<IconPrinter {...look} />} onClick={() => print()}>
        {t("report.print")}
      </MenuItem>
      {add && <MenuItem onClick={add.act}>{t(add.isBegun ? "addendum.goOn" : "addendum.begin")}</MenuItem>}
      {ways.map((way) => (
        <MenuItem key={way} isDanger={way === "retract"} onClick={() => setOpen(way)}>
          {t(`report.way.${way}`)}
        </MenuItem>
      ))}
    </>
  );
  return {
    menu: { name: t("report.more"), group: t("report.title"), items },
    dialogs: (
      <>
        {add && <RefusedLine error={add.error} />}
        {open && <WayDialog way={open} report={summary.id} onClose={() => setOpen(undefined)} />}
      </>
    ),
  };
}

/** The same in a menu of its own. */
export function ReportActions({ summary }: { readonly summary: ReportSummary }) {
  const more = useMoreOfReport(summary);
  if (!more) return null;
  return (
    <>
      <MoreMenu {...more.menu} />
      {more.dialogs}
    </>
  );
}

interface Adding {
  /** An addendum is being written. */
  readonly isBegun: boolean;
  readonly act: () => void;
  readonly error: Error | null;
}

/** Undefined: this seat adds nothing to it. */
function useAdding(summary: ReportSummary | undefined): Adding | undefined {
  const { caseId, detail } = useCase();
  const navigate = useNavigate();
  const go = () =>
    void navigate({ to: "/cases/$caseId/addendum/$section", params: { caseId, section: "text" } });
  const { mutate, error } = useBeginAddendum(go);
  const may =
    detail.commands.includes("begin, sign an addendum") &&
    detail.opinions.some(({ id, authors }) => id === summary?.opinion && authors.includes(detail.seat.id));
  if (summary?.state !== "current" || !may) return undefined;
  const isBegun = openAddendumOf(detail) !== undefined;
  return { isBegun, act: isBegun ? go : () => mutate({ report: summary.id, late: false }), error };
}

function useWays(summary: ReportSummary | undefined): readonly Way[] {
  const { detail } = useCase();
  if (summary?.state !== "current") return [];
  const mayTell = detail.commands.includes("tell the result") && detail.state === "signed";
  const isAuthor =
    detail.commands.includes("sign, correct, retract") &&
    detail.opinions.some(({ id, authors }) => id === summary.opinion && authors.includes(detail.seat.id));
  const mayShare = detail.commands.includes("share a report by a link");
  return [
    ...(mayShare ? (["share"] as const) : []),
    ...(mayTell ? (["tell"] as const) : []),
    ...(isAuthor ? (["correct", "retract"] as const) : []),
  ];
}

interface StepProps {
  readonly report: string;
  readonly onClose: () => void;
}

function WayDialog({ way, ...step }: StepProps & { readonly way: Way }) {
  switch (way) {
    case "share":
      return <LinksDialog {...step} />;
    case "tell":
      return <TellDialog {...step} />;
    case "correct":
      return <CorrectDialog {...step} />;
    case "retract":
      return <RetractDialog {...step} />;
  }
}

function TellDialog({ report, onClose }: StepProps) {
  const t = useTranslations("report.do.tell");
  const { detail } = useCase();
  const { mutate, isPending, error } = useTell(report, onClose);
  return (
    <WordsDialog
      title={t("title")}
      lede={detail.hearing ? t("lede", { hearing: detail.hearing }) : t("ledeNotSaid")}
      label={t("label")}
      hint={t("hint")}
      act={t("act")}
      isPending={isPending}
      error={error}
      onSend={(how) => mutate(how)}
      onClose={onClose}
    />
  );
}

function CorrectDialog({ report, onClose }: StepProps) {
  const t = useTranslations("report.do.correct");
  const { caseId } = useCase();
  const navigate = useNavigate();
  const begun = () => {
    onClose();
    void navigate({ to: "/cases/$caseId/opinion/$section", params: { caseId, section: "question" } });
  };
  const { mutate, isPending, error } = useCorrect(report, begun);
  return (
    <WordsDialog
      title={t("title")}
      lede={t("lede")}
      label={t("label")}
      act={t("act")}
      isPending={isPending}
      error={error}
      onSend={(reason) => mutate(reason)}
      onClose={onClose}
    />
  );
}

function RetractDialog({ report, onClose }: StepProps) {
  const t = useTranslations("report.do.retract");
  const { mutate, isPending, error } = useRetract(report, onClose);
  return (
    <WordsDialog
      title={t("title")}
      lede={t("lede")}
      label={t("label")}
      act={t("act")}
      isDanger
      isPending={isPending}
      error={error}
      onSend={(reason) => mutate(reason)}
      onClose={onClose}
    />
  );
}
