import type { PlatformMessages } from "./messages.ts";

export const en: PlatformMessages = {
  refusals: {
    invalid_input: "Some fields are not right. Mend those named and send again; nothing was written.",
    malformed_request: "The request cannot be read ({what} {key}). Nothing was written.",
    not_signed_in: "You are not signed in, or your session has ended. Sign in and try again.",
    not_allowed: "Your account may not do this.",
    scope_missing: "This token was not issued for {scope}. An administrator issues another that is.",
    not_found: "This was not found.",
    command_conflict: "This command id was used for something else. Reload the page and do it again.",
    stale_state: "The data has just changed. Look at the new state and decide again.",
    payload_too_large: "What was sent is too large (at most {limit}).",
    too_many_requests: "Too many requests. Try again in {seconds} seconds.",
    internal: "Something failed; nothing was written. Try again, and if it stays report code {requestId}.",
    not_ready: "The system is starting. Try again in a few minutes.",
    database_away:
      "The database does not answer at the moment; the command may not have been written. Send it again in a moment: it is never done twice.",
    no_room:
      "The server's disk is full, so nothing was written. Ask the operator to make room, then send again.",
    live_zone: "This zone runs on real time; its speed cannot be set.",
    clock_backwards: "Simulated time cannot go back.",
  },
  fields: {
    required: "This is missing.",
    wrong_type: "Wrong kind of value: {expected} is needed.",
    unknown_key: "The form has no such field: {keys}.",
    not_listed: "This value is not in the list: choose one that is.",
    too_short: "Too short or too few (at least {minimum}).",
    too_long: "Too long or too many (at most {maximum}).",
    format: "The format is not right.",
    date_impossible: "This date or time does not exist or is badly written.",
    hidden_character: "It holds a hidden or direction-changing character. Type it again.",
    control_character: "It holds a control character. Type it again.",
    instant_format:
      "Write an instant as ISO 8601 with its offset: 2026-11-22T08:00:00+07:00 or 2026-11-22T01:00:00Z.",
    plate_format: "The plate is not well formed. For example 29H-508.12 or 桂F12345.",
    plate_country_for_kind:
      "The plate is of the wrong country for this kind of trip. Choose another kind or give the other plate.",
    container_format: "A container number has 4 letters and 7 digits, for example TLLU 528114 4.",
    container_check_digit: "The container's check digit does not match. Look at the number on the box again.",
    container_twice: "A container number is given twice.",
    vin_format: "A VIN has 17 letters and digits, without I, O, Q.",
  },
  alerts: {
    clock_title: "Server clock",
    clock_meaning:
      "The server's clock differs from the database's. When it differs much, the times in the log cannot be trusted.",
    clock_mend: "Switch on time synchronisation (NTP) on both machines and look again.",
    sealer_title: "Sealing of the log",
    sealer_meaning:
      "How long the oldest event has waited to be sealed. When sealing stops, screens stand still and nothing that runs by itself runs.",
    sealer_mend: "See whether the worker process runs; if a long transaction holds the database, end it.",
    subscribers_title: "Work that follows the log",
    subscribers_meaning:
      "Events that the slowest follower has still to handle. When it lags, what depends on it (a release after a payment, for one) comes late.",
    subscribers_mend:
      'Look for "a timer or subscriber failed" in the server\'s log and mend the cause; it goes on by itself.',
    disk_title: "Free space",
    disk_meaning:
      "Free space of the data folder. When none is left every command is refused; what was acknowledged stays.",
    disk_mend: "Move old backups elsewhere or enlarge the disk. No restart is needed.",
    backup_title: "Last backup",
    backup_meaning: "Hours since the last backup. If the machine is lost, what was recorded since is lost.",
    backup_mend: "Back up now: npm run -s moc -- backup, or POST /api/backups; then schedule it daily.",
    verify_title: "Check of the log",
    verify_meaning:
      "Hours since the whole chain of hashes was last recomputed. A chain that does not hold means that a row was altered, removed or slipped in.",
    verify_mend:
      "Run npm run -s moc -- verify. If the chain does not hold: change nothing, compare with a backup and call whoever answers for security.",
  },
  verdicts: {
    altered: "The row at position {position} was altered.",
    removed: "The row at position {position} was removed.",
    inserted: "A row was slipped in after position {position}.",
    cut_off: "The end of the log from position {position} on is gone.",
    holds: "The chain holds: {checked} events.",
  },
  types: {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "yes or no",
    array: "a list",
    object: "a group of fields",
  },
};
