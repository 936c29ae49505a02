import { useTranslations } from "use-intl";
import { useContent } from "./content-context.ts";
import { type ProgrammeList, useTakeListBack } from "./programme-api.ts";
import { TakeBack } from "./take-back.tsx";

export interface TakeListBackProps {
  readonly list: ProgrammeList;
  /** Of its specialty. */
  readonly name: string;
}

/** The way back to the list that comes along. */
export function TakeListBack({ list: { specialty, version }, name }: TakeListBackProps) {
  const t = useTranslations("programme.lists");
  const { say } = useContent();
  const { mutate, isPending, error } = useTakeListBack(specialty, () => say(t("takenBack", { name })));
  return (
    <TakeBack
      words={{
        ask: t("takeBack"),
        askOf: t("takeBackIt", { name }),
        title: t("takeBackTitle", { name }),
        text: t("takeBackText"),
        act: t("takeBackAct"),
        keep: t("keep"),
      }}
      isPending={isPending}
      error={error}
      onTake={() => mutate(version)}
    />
  );
}
