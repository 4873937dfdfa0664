// Written by tools/write-tables.ts from the migrated database; do not edit.
import type { ColumnType, Generated as Filled } from "kysely";

type Generated<T> = Filled<T>;
/** jsonb: read as parsed, written as text. */
type Json = ColumnType<unknown, string, string>;
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;

export type Tables = {
  command: {
    id: string;
    actor_id: string;
    digest: Buffer;
    result: Json;
    recorded_at: Date;
  };
  event: {
    seq: Generated<number>;
    xact: Generated<string>;
    kind: string;
    subject: string;
    actor_id: string;
    actor_kind: string;
    actor_role: string | null;
    organisation: string | null;
    simulated: boolean;
    occurred_at: Date;
    recorded_at: Date;
    data: Json;
  };
  event_seal: {
    position: number;
    seq: number;
    hash: Buffer;
  };
  gate_automatic: {
    id: string;
    route: string;
    direction: string;
    started_at: Date;
    started: Json;
    stopped: OptionalJson;
    simulated: boolean;
  };
  gate_crossing: {
    trip: string | null;
    route: string | null;
    direction: string | null;
    goods_class: string | null;
    at: Date | null;
    goods: OptionalJson;
  };
  gate_draft: {
    id: string;
    organisation: string;
    template: string | null;
    content: Json;
    driver: string | null;
    owner_organisation: string | null;
    owner_person: string | null;
    kept_at: Date;
    expires_at: Date;
    version: Generated<number>;
  };
  gate_duty: {
    id: string;
    post: string;
    actor: string;
    organisation: string | null;
    taken_at: Date;
    simulated: boolean;
  };
  gate_handover: {
    duty: string;
    actor: string;
    at: Date;
    note: string;
  };
  gate_import: {
    id: string;
    organisation: string;
    digest: Buffer;
    filed_at: Date;
    trips: string[];
    row_numbers: number[];
  };
  gate_incident: {
    id: string;
    place: string;
    kind: string;
    text: string;
    since: Date;
    reported_at: Date;
    actor: string;
    organisation: string | null;
    simulated: boolean;
  };
  gate_incident_close: {
    incident: string;
    actor: string;
    at: Date;
    outcome: string;
  };
  gate_mandate: {
    id: string;
    firm: string;
    agent: string;
    from_day: string;
    to_day: string | null;
    given_at: Date;
    revoked_at: Date | null;
    revoke_reason: string | null;
    simulated: boolean;
  };
  gate_notice: {
    id: string;
    recorded_at: Date;
    ends_at: Date | null;
    corrected_by: string | null;
    withdrawn_at: Date | null;
    withdraw_reason: string | null;
    notice: Json;
    simulated: boolean;
  };
  gate_notification: {
    id: Generated<string>;
    trip: string;
    recipient: string;
    channel: string;
    cause: string;
    about: string | null;
    state: string;
    reason: string | null;
    attempts: Generated<number>;
    at: Date;
    due_at: Date;
    claimed_at: Date | null;
    sent_at: Date | null;
    delivered_at: Date | null;
    simulated: boolean;
  };
  gate_order: {
    id: string;
    year: number;
    number: number;
    given_at: Date;
    ends_at: Date | null;
    lifted_at: Date | null;
    lift_reason: string | null;
    given: Json;
    simulated: boolean;
  };
  gate_paper: {
    id: string;
    route: string;
    from_at: Date;
    to_at: Date | null;
    reason: string;
    actor: string;
    organisation: string | null;
    declared_at: Date;
    simulated: boolean;
  };
  gate_paper_end: {
    paper: string;
    to_at: Date;
    actor: string;
    at: Date;
  };
  gate_paper_entry: {
    command: string;
    paper: string;
    slip: number;
    trip: string;
    act: string;
    occurred_at: Date;
    recorded_at: Date;
    actor: string;
    writer: string | null;
    simulated: boolean;
  };
  gate_queue: {
    route: string;
    direction: string;
    next_ticket: Generated<number>;
    changes: Generated<number>;
    credit: OptionalJson;
  };
  gate_queue_change: {
    route: string;
    direction: string;
    number: number;
    kind: string;
    at: Date;
    cut: string;
    trip: string;
    stream: string;
    ticket: number;
    passed_over: string | null;
    credit: OptionalJson;
    way: Generated<string>;
    exception: OptionalJson;
    slip: number | null;
  };
  gate_reported_count: {
    id: string;
    route: string;
    day: string;
    direction: string;
    number: number;
    unit: string;
    passed: number | null;
    source: string;
    reason: string | null;
    organisation: string | null;
    actor: string;
    recorded_at: Date;
    simulated: boolean;
  };
  gate_roster: {
    id: string;
    post: string;
    account: string;
    organisation: string;
    from_at: Date;
    to_at: Date;
    actor: string;
    at: Date;
  };
  gate_roster_drop: {
    shift: string;
    actor: string;
    at: Date;
  };
  gate_slip_range: {
    first: number;
    last: number;
    route: string;
    actor: string;
    organisation: string | null;
    at: Date;
  };
  gate_slip_void: {
    slip: number;
    reason: string;
    actor: string;
    organisation: string | null;
    at: Date;
  };
  gate_tell_choice: {
    recipient: string;
    channel: string;
    organisation: string | null;
    consent: boolean;
    language: string;
    quiet_from: string | null;
    quiet_to: string | null;
    chosen_at: Date;
  };
  gate_transfer: {
    id: string;
    trip: string;
    partner: string | null;
    vn_plate: string;
    confirmed_at: Date | null;
    transfer: Json;
    home: Generated<boolean>;
  };
  gate_trip: {
    id: string;
    code: string;
    kind: string;
    direction: string;
    gate: string;
    route: string;
    declarant: string;
    plate: string;
    vin: string | null;
    containers: string[];
    goods_class: string;
    state: string;
    state_since: Date;
    stream: string;
    ticket: number | null;
    passed_over: string | null;
    declared_at: Date;
    arrived_at: Date | null;
    live_at: Date | null;
    show_by: Date | null;
    crossed_at: Date | null;
    return_by: Date | null;
    returned_at: Date | null;
    yard: string | null;
    slot: string | null;
    yard_in: Date | null;
    yard_out: Date | null;
    ended_at: Date | null;
    simulated: boolean;
    trip: Json;
    place: string | null;
    called_at: Date | null;
    way: Generated<string>;
    booked_from: Date | null;
    out_at: Date | null;
    in_at: Date | null;
    back_class: string | null;
    diverted_at: Date | null;
    back_at: Date | null;
    filed_by: string | null;
  };
  gate_yard: {
    key: string;
  };
  identity_account: {
    id: string;
    person: string;
    user_name: string;
    email_digest: Buffer | null;
    password_hash: string | null;
    roles: string[];
    organisation: string | null;
    language: string;
    disabled: Generated<boolean>;
    demonstration: Generated<boolean>;
    version: Generated<number>;
    created_at: Date;
    signed_in_at: Date | null;
  };
  identity_attempt: {
    digest: Buffer;
    failures: number;
    last_at: Date;
  };
  identity_audit: {
    id: string;
    at: Date;
    action: string;
    actor: string | null;
    organisation: string | null;
    subject: string | null;
    why: string | null;
    before: OptionalJson;
    after: OptionalJson;
  };
  identity_directory_link: {
    account: string;
    digest: Buffer;
    stated_at: Date;
    proved_at: Date | null;
  };
  identity_directory_visit: {
    digest: Buffer;
    account: string | null;
    return_to: string;
    ends_at: Date;
  };
  identity_driver_link: {
    id: string;
    digest: Buffer;
    trip: string;
    organisation: string | null;
    simulated: boolean;
    made_at: Date;
    ends_at: Date;
    revoked_at: Date | null;
  };
  identity_password_link: {
    digest: Buffer;
    account: string;
    made_at: Date;
    ends_at: Date;
  };
  identity_person: {
    id: string;
    class: string;
    wrapped_key: Buffer | null;
    sealed: Buffer | null;
    saved_at: Date;
    erased_at: Date | null;
  };
  identity_recovery_code: {
    account: string;
    digest: Buffer;
  };
  identity_retention: {
    id: string;
    class: string;
    days: number;
    valid_from: string;
    ground: string;
    illustrative: boolean;
    recorded_at: Date;
  };
  identity_second_factor: {
    account: string;
    sealed: Buffer;
    begun_at: Date;
    confirmed_at: Date | null;
    last_step: number | null;
  };
  identity_session: {
    digest: Buffer;
    account: string;
    made_at: Date;
    seen_at: Date;
    ends_at: Date;
    directory: Generated<boolean>;
  };
  identity_token: {
    id: string;
    name: string;
    digest: Buffer;
    roles: string[];
    organisation: string | null;
    scopes: string[];
    simulated: boolean;
    made_at: Date;
    ends_at: Date;
    revoked_at: Date | null;
    used_at: Date | null;
  };
  registry_changed_by_hand: {
    kind: string;
    key: string;
  };
  registry_conflict_kept: {
    kind: string;
    key: string;
    pack_digest: string;
    decided_at: Date;
  };
  registry_version: {
    id: string;
    kind: string;
    key: string;
    revision: number;
    statement: Json;
    source: Json;
    valid_from: string | null;
    valid_to: string | null;
    recorded_from: Date;
    recorded_to: Date | null;
  };
  schema_migration: {
    name: string;
    hash: string;
    applied_at: Generated<Date>;
  };
  subscriber: {
    name: string;
    position: number;
  };
  timer: {
    id: string;
    kind: string;
    subject: string;
    due_at: Date;
  };
  upkeep: {
    task: string;
    done_at: Date;
    outcome: Json;
  };
  zone: {
    key: string;
    mode: string;
    time_zone: string;
    made_at: Date;
    zone_time: Date | null;
    speed: Generated<number>;
  };
};
