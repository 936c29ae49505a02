import type { RecordType } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { standings } from "./list-fields.ts";
import { Theirs } from "./theirs.tsx";
import type { Unsaved } from "./use-unsaved.ts";

export interface RecordLineProps {
  readonly type: RecordType;
  readonly form: Unsaved<RecordType>;
  /** Who saved what stands there now. */
  readonly by: string | undefined;
}

/** One type of record. */
export function RecordLine({ type, form, by }: RecordLineProps) {
  const t = useTranslations("programme.list");
  const name = useTranslations("inventory.types")(type);
  const standingNames = useTranslations("programme.list.standing");
  const standing = form.fields[type];
  const theirs = standings.find((one) => one === form.kept.fields[type]) ?? "no";
  const set = (next: (typeof standings)[number]) => form.change({ [type]: next });
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={standing !== "no"}
          onChange={({ currentTarget }) => set(currentTarget.checked ? "asked" : "no")}
        />
        {name}
      </label>
      {standing !== "no" && (
        <label>
          <input
            type="checkbox"
            aria-label={t("neededIt", { name })}
            checked={standing === "needed"}
            onChange={({ currentTarget }) => set(currentTarget.checked ? "needed" : "asked")}
          />
          {t("needed")}
        </label>
      )}
      {form.clashes.includes(type) && (
        <Theirs label={name} by={by} words={standingNames(theirs)} onTake={() => form.takeTheirs(type)} />
      )}
    </li>
  );
}
