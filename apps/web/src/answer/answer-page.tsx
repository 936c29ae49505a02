import "../link/link.css";
import "./answer.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { Button } from "../design/button.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { TextField } from "../design/text-field.tsx";
import { OpenPage } from "../link/open-page.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { lookAtPlace, openPlace } from "./answer-api.ts";
import { AnswerRoom } from "./answer-room.tsx";
import { endOf, PlaceEnded } from "./place-ended.tsx";

/** Where a hospital without an account answers a request: it has the link, and was told the code. */
export function AnswerPage() {
  const t = useTranslations("answer");
  const [token] = useState(() => location.hash.slice(1));
  const standing = useQuery({
    queryKey: ["answer", token, ""],
    queryFn: () => lookAtPlace({ token, entry: "" }),
    enabled: token !== "",
    retry: false,
    refetchOnWindowFocus: false,
  });
  const opening = useMutation({ mutationFn: (code: string) => openPlace(token, code) });
  const end = endOf(opening.error) ?? endOf(standing.error);
  return (
    <OpenPage title={t("title")}>
      {token === "" ? (
        <PageTitle lede={t("noLinkText")}>{t("noLink")}</PageTitle>
      ) : end ? (
        <PlaceEnded end={end} />
      ) : opening.data ? (
        <AnswerRoom token={token} opened={opening.data} />
      ) : (
        <AskCode isPending={opening.isPending} error={opening.error} onOpen={opening.mutate} />
      )}
    </OpenPage>
  );
}

interface AskCodeProps {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onOpen: (code: string) => void;
}

function AskCode({ isPending, error, onOpen }: AskCodeProps) {
  const t = useTranslations("answer");
  const [code, setCode] = useState("");
  const typed = code.replaceAll(/\s/g, "");
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== "" && !isPending) onOpen(typed);
  };
  const isWrong = error instanceof Refused && error.reason === "wrong-place-code";
  return (
    <form className="open-ask" onSubmit={open}>
      <PageTitle lede={t("askText")}>{t("ask")}</PageTitle>
      <TextField
        label={t("code")}
        hint={t("codeHint")}
        error={isWrong ? error.message : undefined}
        isLarge
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <RefusedLine error={isWrong ? null : error} />
      <Button
        type="submit"
        look="filled"
        size="wide"
        disabled={isPending}
        offReason={typed === "" ? t("enterCode") : undefined}
      >
        {t("open")}
      </Button>
    </form>
  );
}
