import type { Download } from "@moc/contract/values/download.ts";
import { useMutation } from "@tanstack/react-query";
import { Button } from "../ui/button.tsx";
import { useTexts } from "../ui/language.tsx";
import { save } from "../ui/save.ts";
import type { Texts } from "../ui/text.ts";
import { useToast } from "../ui/toast.tsx";
import { useRefusalText } from "./problem.tsx";

const texts = {
  take: { vi: "Tải CSV", en: "Download CSV", zh: "下载CSV" },
  taken: { vi: "Đã tải {name}.", en: "{name} is downloaded.", zh: "已下载{name}。" },
} as const satisfies Texts;

/** Hands the list that is on the screen to the reader as a file. */
export function ExportButton({ read }: { read: () => Promise<Download> }) {
  const t = useTexts(texts);
  const tell = useToast();
  const refusal = useRefusalText();
  const take = useMutation({
    mutationFn: read,
    onSuccess: (file) => {
      save(file);
      tell("done", t("taken", { name: file.name }));
    },
    onError: (error) => tell("refused", refusal(error)),
  });
  return (
    <Button small className="noprint" icon="download" busy={take.isPending} onClick={() => take.mutate()}>
      {t("take")}
    </Button>
  );
}
