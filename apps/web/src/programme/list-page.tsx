import type { RecordType } from "@consilium/clinical";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { PageTitle } from "../design/page-title.tsx";
import { BackTo } from "./back-to.tsx";
import { useContent } from "./content-context.ts";
import { listForm } from "./form-names.ts";
import { fieldsOfList, listInForce, orderOf } from "./list-fields.ts";
import { ListForm } from "./list-form.tsx";
import { useUnsaved } from "./use-unsaved.ts";

/** `/programme/lists/…`: which records one specialty asks for. */
export function ListPage() {
  const t = useTranslations("programme.list");
  const { specialty } = useParams({ from: "/programme/lists/$specialty" });
  const name = useTranslations("caseList")("specialty", { specialty });
  const { say } = useContent();
  useEffect(() => say(undefined), [say]);
  return (
    <>
      <BackTo to="/programme/lists" />
      <PageTitle lede={t("lede")}>{t("title", { name })}</PageTitle>
      <OnPage key={specialty} specialty={specialty} name={name} />
    </>
  );
}

function OnPage({ specialty, name }: { readonly specialty: string; readonly name: string }) {
  const t = useTranslations("programme.list");
  const { content, say } = useContent();
  const { own, records } = listInForce(content, specialty);
  // A line stays where it is while it is chosen.
  const [order] = useState<readonly RecordType[]>(() => orderOf(records));
  const form = useUnsaved(listForm(specialty), fieldsOfList(records, own));
  const navigate = useNavigate();
  const leave = async (done?: string) => {
    form.drop();
    await navigate({ to: "/programme/lists" });
    say(done);
  };
  return (
    <ListForm
      specialty={specialty}
      form={form}
      now={own}
      order={order}
      onSaved={() => void leave(t("saved", { name }))}
      onDrop={() => void leave()}
    />
  );
}
