import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";
import { caseKey } from "../case/case-query.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { Dialog } from "../design/dialog.tsx";
import { TextField } from "../design/text-field.tsx";
import { type Looked, nameVersion } from "./history-api.ts";

const longestName = 120;

export interface NameVersionDialogProps {
  readonly looked: Looked;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Names what is saved now, so that it can be found, compared and shared. */
export function NameVersionDialog({ looked, isOpen, onClose }: NameVersionDialogProps) {
  const t = useTranslations("history");
  const form = useId();
  const [name, setName] = useState("");
  const [isMissing, miss] = useState(false);
  const { mutate, error, isPending } = useNaming(looked, () => {
    setName("");
    onClose();
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    miss(name.trim() === "");
    if (name.trim() !== "") mutate(name.trim());
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t("nameVersionTitle")}
      actions={
        <Button type="submit" form={form} look="filled" disabled={isPending}>
          {t("nameIt")}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <p className="history-name-text">{t("nameVersionText")}</p>
        <TextField
          label={t("versionName")}
          value={name}
          maxLength={longestName}
          error={isMissing ? t("versionNameNeeded") : undefined}
          onChange={({ target }) => setName(target.value)}
        />
        {error && <Banner tone="stop" title={error instanceof Refused ? error.message : t("notNamed")} />}
      </form>
    </Dialog>
  );
}

function useNaming(looked: Looked, done: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => nameVersion(looked, name),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: caseKey(looked.caseId) });
      done();
    },
  });
}
