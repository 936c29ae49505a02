import type { RecordType } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { TextField } from "../design/text-field.tsx";
import { blocksOf, type ListField, longestBlocks, standings } from "./list-fields.ts";
import { plainLines } from "./safety-fields.ts";
import { Theirs } from "./theirs.tsx";
import type { Unsaved } from "./use-unsaved.ts";

export interface RecordLineProps {
  readonly type: RecordType;
  readonly form: Unsaved<ListField>;
  /** Who saved what stands there now. */
  readonly by: string | undefined;
  /** What the list that comes along says that cannot be judged without it; undefined: nothing. */
  readonly comingAlong: string | undefined;
}

/** One type of record. */
export function RecordLine({ type, form, by, comingAlong }: RecordLineProps) {
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
      {standing !== "no" && <Blocks type={type} form={form} by={by} comingAlong={comingAlong} name={name} />}
    </li>
  );
}

/** Why it is asked for. Left empty, what comes along counts, which stands in the field until something is written. */
function Blocks({ type, form, by, comingAlong, name }: RecordLineProps & { readonly name: string }) {
  const t = useTranslations("programme.list");
  const label = t("blocksOf", { name });
  const field = blocksOf(type);
  return (
    <div className="programme-blocks">
      <TextField
        label={label}
        isLabelHidden
        placeholder={comingAlong ?? t("blocks")}
        value={form.fields[field]}
        maxLength={longestBlocks}
        dir="auto"
        onChange={({ currentTarget }) => form.change({ [field]: plainLines(currentTarget.value) })}
      />
      {form.clashes.includes(field) && (
        <Theirs label={label} by={by} words={form.kept.fields[field]} onTake={() => form.takeTheirs(field)} />
      )}
    </div>
  );
}
