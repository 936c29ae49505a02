import "./take-along.css";
import type { ExportApi } from "@consilium/server/api";
import { useQuery } from "@tanstack/react-query";
import { hc } from "hono/client";
import { useTranslations } from "use-intl";
import { answerOf, inSeat } from "../case/case-api.ts";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Dialog } from "../design/dialog.tsx";

const { size } = hc<ExportApi>(`${location.origin}/api`).cases[":caseId"].export;
const [mebibyte, gibibyte] = [2 ** 20, 2 ** 30];

/** Up: what is there is not said to be nothing. */
const tenths = (mebibytes: number): number => Math.ceil(mebibytes * 10) / 10;

export interface TakeAlongDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What is in the file, how large it is, and that it is noted. The browser shows how much of it has come. */
export function TakeAlongDialog({ isOpen, onClose }: TakeAlongDialogProps) {
  const t = useTranslations("takeAlong");
  const { caseId, seat } = useCase();
  const { data, isError } = useQuery({
    queryKey: ["case", caseId, "export", seat],
    queryFn: () => answerOf(size.$get({ param: { caseId }, ...inSeat(seat) })),
    enabled: isOpen,
    gcTime: 0,
  });
  const isTooLarge = data !== undefined && data.bytes > data.most;
  const asked = seat === undefined ? "" : `?seat=${seat}`;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("title")}
      actions={
        data && !isTooLarge ? <Start href={`/api/cases/${caseId}/export${asked}`} onClick={onClose} /> : null
      }
    >
      <div className="take-along">
        <p>{t("what")}</p>
        {data && !isTooLarge && (
          <p className="num">{t("size", { files: data.files, size: tenths(data.bytes / mebibyte) })}</p>
        )}
        {isTooLarge && <Banner tone="stop" title={t("tooLarge", { most: data.most / gibibyte })} />}
        {isError && <Banner tone="stop" title={t("failed")} />}
        <p className="case-facts">{t("care")}</p>
      </div>
    </Dialog>
  );
}

/** A link, so that the browser keeps the file as it comes. */
function Start({ href, onClick }: { readonly href: string; readonly onClick: () => void }) {
  const t = useTranslations("takeAlong");
  return (
    <a className="button" data-look="filled" data-size="normal" href={href} download onClick={onClick}>
      {t("start")}
    </a>
  );
}
