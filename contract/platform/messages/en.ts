import type { PlatformMessages } from "./messages.ts";

export const en: PlatformMessages = {
  refusals: {
    invalid_input: "Some fields are not right. Mend those named and send again; nothing was written.",
    malformed_request: "The request cannot be read ({what} {key}). Nothing was written.",
    not_signed_in: "You are not signed in, or your session has ended. Sign in and try again.",
    not_allowed: "Your account may not do this.",
    not_found: "This was not found.",
    command_conflict: "This command id was used for something else. Reload the page and do it again.",
    stale_state: "The data has just changed. Look at the new state and decide again.",
    payload_too_large: "What was sent is too large (at most {limit}).",
    too_many_requests: "Too many requests. Try again in {seconds} seconds.",
    internal: "Something failed; nothing was written. Try again, and if it stays report code {requestId}.",
    not_ready: "The system is starting. Try again in a few minutes.",
    live_zone: "This zone runs on real time; its speed cannot be set.",
    clock_backwards: "Simulated time cannot go back.",
  },
  fields: {
    required: "This is missing.",
    wrong_type: "Wrong kind of value: {expected} is needed.",
    unknown_key: "The form has no such field: {keys}.",
    not_listed: "This value is not in the list.",
    too_short: "Too short or too few (at least {minimum}).",
    too_long: "Too long or too many (at most {maximum}).",
    format: "The format is not right.",
    date_impossible: "This date or time does not exist or is badly written.",
    hidden_character: "It holds a hidden or direction-changing character. Type it again.",
    control_character: "It holds a control character. Type it again.",
    plate_format: "The plate is not well formed. Vietnamese: 29H-508.12, Chinese: 桂F12345.",
    plate_country_for_kind:
      "The plate does not fit the trip: export by Vietnamese truck, import by Chinese truck.",
    container_format: "A container number has 4 letters and 7 digits, for example TLLU 528114 4.",
    container_check_digit: "The container's check digit does not match. Look at the number on the box again.",
    container_twice: "A container number is given twice.",
    vin_format: "A VIN has 17 letters and digits, without I, O, Q.",
  },
};
