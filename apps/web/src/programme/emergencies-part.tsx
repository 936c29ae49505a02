import { intakeTexts } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { useContent } from "./content-context.ts";
import { safetyForm } from "./form-names.ts";
import { PartFrame } from "./part-frame.tsx";
import { useTakeSafetyBack } from "./programme-api.ts";
import { safetyKept } from "./safety-fields.ts";
import { SafetyForm } from "./safety-form.tsx";
import { TakeBack } from "./take-back.tsx";
import { useUnsaved } from "./use-unsaved.ts";
import { VersionFact } from "./version-fact.tsx";

const { safety: fixed } = intakeTexts;

/** `/programme/emergencies`: what the programme adds where the intake asks whether this is an emergency. */
export function EmergenciesPart() {
  const t = useTranslations("programme.emergencies");
  const { content, say } = useContent();
  const form = useUnsaved(safetyForm, safetyKept(content));
  const saved = () => {
    form.drop();
    say(t("saved"));
  };
  return (
    <PartFrame lede={t("lede")}>
      <div className="programme-gate">
        <div>
          <SafetyForm form={form} now={content.safety ?? undefined} onSaved={saved} />
          {content.safety && (
            <div className="programme-now">
              <VersionFact {...content.safety} />
              <TakeSafetyBack version={content.safety.version} />
            </div>
          )}
        </div>
        <Preview added={form.fields.text.trim()} />
      </div>
    </PartFrame>
  );
}

/** The fixed words as the intake has them, and below them what is written here. */
function Preview({ added }: { readonly added: string }) {
  const t = useTranslations("programme.emergencies");
  return (
    <section className="programme-preview" aria-labelledby="programme-preview">
      <h2 id="programme-preview">{t("preview")}</h2>
      <div lang={fixed.language}>
        <h3>{fixed.title}</h3>
        <p>{fixed.text}</p>
        {added !== "" && <p className="programme-added">{added}</p>}
        <ul>
          {fixed.signs.map(({ id, label }) => (
            <li key={id}>{label}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function TakeSafetyBack({ version }: { readonly version: number }) {
  const t = useTranslations("programme.emergencies");
  const { say } = useContent();
  const { mutate, isPending, error } = useTakeSafetyBack(() => say(t("takenBack")));
  return (
    <TakeBack
      words={{
        ask: t("takeBack"),
        title: t("takeBackTitle"),
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
