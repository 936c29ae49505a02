import { useState } from "react";
import { useTranslations } from "use-intl";

export interface PageFieldProps {
  readonly is: "document" | "pictures";
  readonly page: number;
  readonly count: number;
  readonly onShow: (page: number) => void;
}

/** The page being read; another number goes there. */
export function PageField({ is, page, count, onShow }: PageFieldProps) {
  const t = useTranslations("paper");
  const [typed, type] = useState<string>();
  const go = () => {
    const wanted = Number(typed);
    type(undefined);
    if (typed !== undefined && Number.isInteger(wanted)) onShow(Math.min(count, Math.max(1, wanted)));
  };
  return (
    <form
      className="paper-page-field"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <input
        className="num"
        inputMode="numeric"
        aria-label={t(`number.${is}`)}
        value={typed ?? String(page)}
        size={String(count).length}
        onChange={({ target }) => type(target.value.replaceAll(/\D/g, ""))}
        onFocus={({ target }) => target.select()}
        onBlur={go}
      />
      <span>{t("of", { count })}</span>
    </form>
  );
}
