import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../design/button.tsx";
import { TextField } from "../../design/text-field.tsx";
import { RefusedLine } from "./refused-line.tsx";
import { useNameVersion, useVersions } from "./use-sharing.ts";

/** The named moments of the draft. */
export function Versions({ opinion }: { readonly opinion: string }) {
  const t = useTranslations("opinion.sharing");
  const { data } = useVersions(opinion);
  const { mutate, isPending, error } = useNameVersion(opinion);
  const [name, setName] = useState("");
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") mutate(name.trim(), { onSuccess: () => setName("") });
  };
  return (
    <section className="versions">
      <h3>{t("versions")}</h3>
      {data?.items.length === 0 && <p className="sharing-note">{t("noVersions")}</p>}
      <ul className="versions-list">
        {data?.items.map((version) => (
          <li key={version.n}>
            {t("versionLine", { n: version.n, name: version.name, at: new Date(version.at) })}
          </li>
        ))}
      </ul>
      <form className="versions-form" onSubmit={save}>
        <TextField
          label={t("nameVersion")}
          value={name}
          maxLength={100}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" disabled={isPending || name.trim() === ""}>
          {t("save")}
        </Button>
      </form>
      <RefusedLine error={error} />
    </section>
  );
}
