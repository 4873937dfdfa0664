import type { TripCommand, TripView } from "@moc/contract/gate/trip.ts";
import { CommandDialog } from "./command-dialog.tsx";
import { ExceptionDialog } from "./exception-dialog.tsx";
import { ReturnDialog } from "./return-dialog.tsx";
import { SlotDialog } from "./slot-dialog.tsx";
import { isException, type TripCall } from "./trip-command.ts";
import { WayDialog } from "./way-dialog.tsx";

type Props = {
  trip: TripView;
  onClose: () => void;
  onSend: (call: TripCall) => void;
  failed: string | undefined;
};

/** The dialog that asks for what a command needs beyond the trip. */
export function AskDialog({ command, ...props }: Props & { command: TripCommand }) {
  if (isException(command)) return <ExceptionDialog command={command} {...props} />;
  switch (command) {
    case "swap_unit":
    case "divert":
      return <WayDialog command={command} {...props} />;
    case "declare_return":
      return <ReturnDialog {...props} />;
    case "book_slot":
      return <SlotDialog {...props} />;
    default:
      return <CommandDialog command={command} {...props} />;
  }
}
