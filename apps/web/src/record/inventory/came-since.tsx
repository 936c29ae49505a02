import { mayAnswer } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { useRecords } from "../record-query.ts";
import { useSaying } from "./inventory-changes.ts";
import { NotKept } from "./not-kept.tsx";
import { type Item, type Request, useCame } from "./use-inventory.ts";

interface CameSinceProps {
  readonly item: Item;
  readonly request: Request;
}

const nothing = () => undefined;

/** A record that came and may be the one is offered; whether it is, a person says. */
export function CameSince({ item, request }: CameSinceProps) {
  const t = useTranslations("record");
  const { data = [] } = useRecords();
  const [offered] = mayAnswer(request, useCame(data));
  const { mutate, isPending, error } = useSaying(item, nothing);
  if (!offered) return null;
  return (
    <div className="inventory-offered">
      <p>
        {t("mayBeIt", { title: offered.title })}{" "}
        <button
          type="button"
          className="thread-link"
          disabled={isPending}
          onClick={() => mutate({ state: "here", record: offered.id })}
        >
          {t("thatIsIt")}
        </button>
      </p>
      <NotKept error={error} />
    </div>
  );
}
