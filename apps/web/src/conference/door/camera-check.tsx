import { useTranslations } from "use-intl";
import { useLive, useOwnDevices } from "../room/live-context.ts";
import { CheckRow } from "./check-row.tsx";
import { LinkButton } from "./link-button.tsx";

export interface CheckProps {
  /** Somebody wants another device. */
  readonly onChange: () => void;
}

export function CameraCheck({ onChange }: CheckProps) {
  const t = useTranslations("door");
  const { devices } = useLive();
  const { camera, cameras } = useOwnDevices();
  const title = t(`see.${camera.is}`);
  const turnOn = () => void devices.turnOn("camera");
  const change = (
    <LinkButton label={t("changeCamera")} onClick={onChange}>
      {t("change")}
    </LinkButton>
  );
  switch (camera.is) {
    case "on":
      return <CheckRow tone="ok" title={title} end={change} />;
    case "off":
      return (
        <CheckRow tone="open" title={title} end={<LinkButton onClick={turnOn}>{t("turnOn")}</LinkButton>} />
      );
    case "asking":
      return <CheckRow tone="open" title={title} />;
    case "failed":
      return (
        <CheckRow
          tone="warn"
          title={title}
          text={t(`fault.${camera.fault}`)}
          end={
            <>
              <LinkButton onClick={turnOn}>{t("tryAgain")}</LinkButton>
              {cameras.length > 1 && change}
            </>
          }
        />
      );
  }
}
