import type { FormEvent, ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Glyph } from "./glyph.tsx";
import { useTexts } from "./language.tsx";
import type { Texts } from "./text.ts";

const texts = {
  cancel: { vi: "Thôi", en: "Cancel", zh: "取消" },
} as const satisfies Texts;

/** A dialog that asks for what one act needs: why the last try failed, the fields, the act and the way out. */
export function DialogForm(props: {
  title: string;
  description?: ReactNode;
  wide?: boolean;
  /** The act as the button names it. */
  act: string;
  busy?: boolean;
  /** Whether the fields suffice; true unless said otherwise. */
  ready?: boolean;
  /** Why the last try failed, as one sentence. */
  failed?: string | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTexts(texts);
  const { title, description, wide = false, onClose } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Dialog open onClose={onClose} title={title} description={description} wide={wide}>
      <form className="form" onSubmit={submit}>
        {props.failed !== undefined && (
          <p className="errors em" role="alert">
            <Glyph name="oct" /> {props.failed}
          </p>
        )}
        {props.children}
        <div className="form-actions">
          <Button
            type="submit"
            look="primary"
            busy={props.busy ?? false}
            disabled={!(props.ready ?? true) || (props.busy ?? false)}
          >
            {props.act}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
