import { setItemField } from "@consilium/workspace";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { Avatar } from "../design/avatar.tsx";
import { Button } from "../design/button.tsx";
import { useDesk } from "../opinion/desk-context.ts";

/** Who does it, chosen where it is missed: those who treat the patient. Somebody else is named at the recommendation itself. */
export function ChooseOwner({ item }: { readonly item: string }) {
  const t = useTranslations("signing");
  const { doc } = useDesk();
  const treating = [...usePeople().values()].filter(
    ({ role, hasEnded }) => (role === "referrer" || role === "care-team") && !hasEnded,
  );
  if (treating.length === 0) return null;
  return (
    <fieldset className="signing-owners">
      <legend>{t("owner")}</legend>
      {treating.map((person) => (
        <Button
          key={person.seat}
          size="small"
          icon={<Avatar person={person} size={20} isDecoration />}
          onClick={() => setItemField(doc, item, "owner", person.seat)}
        >
          {person.name}
        </Button>
      ))}
    </fieldset>
  );
}
