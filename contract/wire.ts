/**
 * The wire, as it was agreed: one line for each change, the newest last, saying why. The last hash is the hash of the
 * routes, codes, schemas and events that cross the boundary; `node tools/wire.ts --pin "why"` adds a line.
 */
export const WIRE: readonly { hash: string; why: string }[] = [
  { hash: "85f32c9bc5fbc916", why: "Identity refuses reasons that name the person concerned" },
  {
    hash: "b4304c4ac2d1db26",
    why: "Gate: requeued event, call id and credit of a call, refusals of the room",
  },
  { hash: "c44b1a59d3d7b90e", why: "Operations say of each route whether goods pass at all" },
  { hash: "c19f51f145f6ef6f", why: "Tokens: the scopes in use stand as examples" },
  { hash: "2e7fb62ab726f89c", why: "The audit keeps exports" },
  { hash: "01f6d8c090db140a", why: "Administrators back the zone up" },
  {
    hash: "62a52376c71b2c24",
    why: "Gate: what was filed is read whole by who may amend it, a new driver brings a note, an amendment says what it saw",
  },
  {
    hash: "55abc37448eafdb7",
    why: "The operator's alerts; a full disk and a database that is away are refusals of their own",
  },
  {
    hash: "a2761ed78b8e9441",
    why: "Gate: a call is refused while its route is closed, every no says why, registered vehicles first",
  },
  {
    hash: "6f30bdcf61d03bc3",
    why: "Gate: the owner is an organisation or a protected person, reasons are shorter and name nobody",
  },
  { hash: "ff47facc320db0c9", why: "Gate: a rule that nobody has stated is named" },
  { hash: "33893323817e68ac", why: "Gate: the history of a place as known at an instant" },
  {
    hash: "e290b0a870bd0c33",
    why: "Gate: the daily bulletin, its records and corrections; the registry holds its rule",
  },
  {
    hash: "5081791106eb9fc3",
    why: "new vehicles are a kind of trip of their own; passages over Km0 and new vehicles are counted apart",
  },
  {
    hash: "b558b2d31ec59061",
    why: "A zone describes itself in its pack, with where its demonstration's people work",
  },
  {
    hash: "b60d01dd8940a9a6",
    why: "Gate: drafts and templates of a firm, and the declaration that uses one up; the registry holds how long they are kept",
  },
  {
    hash: "e0b2d6ac9107cba7",
    why: "departures from the queue's order with their grounds, and the undoing of a withdrawal",
  },
  {
    hash: "96cf56f4fe896ab3",
    why: "import by VN truck, export by a CN truck that enters empty, and the loaded return of an export; the Vietnamese truck of a transfer is its partner",
  },
  {
    hash: "426037ee11f26d75",
    why: "Gate: steering orders given, previewed and lifted; the registry holds routing plan and competences; a declaration may name its origin",
  },
  {
    hash: "214383ba36ff5d7d",
    why: "Gate: many declarations at once, from a file or as a list, with a preview",
  },
  { hash: "51a2cd6c7ae30f5a", why: "slots booked ahead in windows of published capacity" },
  {
    hash: "37b39afe7b4f159e",
    why: "A token does what its scopes name: one for reading a room, one for each act; its last use is told",
  },
  { hash: "4c2c00d32c7c1ffa", why: "Gate: orders on routes, queues and trips" },
  { hash: "589fffb9d11e6a38", why: "A second factor for accounts" },
  {
    hash: "49ae9e5026ce836e",
    why: "Gate: a declaration in a firm's name by who files for another, and who that was",
  },
  { hash: "b5887ccb09320047", why: "postponement by the driver, and the proof of a declaration's entries" },
  {
    hash: "1921aadcaedeb450",
    why: "transfers are paired and confirmed, trailers and containers are swapped on the way, trucks are diverted with a reason",
  },
  {
    hash: "d94fa529ca86df39",
    why: "The registry lists the goods that each side of a route admits; the preview of an import warns by it",
  },
  {
    hash: "cef5b6640259619c",
    why: "Gate: notices of the other side, the alert of a closure that no order answers",
  },
  { hash: "56754566efce00a0", why: "Duty, hand-over and incidents at the gate" },
  { hash: "349132b6fc745051", why: "Gate: a draft may name the origin of its goods" },
  {
    hash: "4679446c7d0f0d6b",
    why: "two-way carriage as a flag of the declaration with its dated hours; overstays by route and side",
  },
  {
    hash: "9a299671d1a34cd9",
    why: "kinds of checks are rows of the pack with the force that answers; check rules may name gate, direction and vehicle",
  },
  { hash: "e9622b27db1854a0", why: "queues that call by themselves: automaticRoutes, automatic_rule" },
  {
    hash: "515e01410af40830",
    why: "Sign-in through an organisation's directory: who may, by what, and the sign-out that also leads there",
  },
  {
    hash: "62a26707ee86c647",
    why: "answers of a force's own system: reference and time, many at once, refused ones kept",
  },
  {
    hash: "1a2ad7b4b5b98d4c",
    why: "What a pack says against a screen's edit is read and decided; the decision to keep is an event",
  },
  { hash: "34ada3ca90da0bf8", why: "A route works on paper, and each act is entered later from its slip" },
  {
    hash: "988ec7de72cf7971",
    why: "rules against abuse: filing_rule, goods_named, refusals of trucks that never came, alert out_of_step",
  },
  { hash: "ee3d70e6c2cf6ec0", why: "diverting many waiting trucks: divertQueueRoutes, QueueView.may" },
  {
    hash: "0110e9ee2db307d4",
    why: "A queue is opened anywhere by rows to leave out, and says how many match on all pages",
  },
  { hash: "f4a3742452c66549", why: "Drivers and firms that agree are told of their trucks" },
  { hash: "fe10265ba7294714", why: "mandates of agents: mandateRoutes" },
  { hash: "1bb273f622ffc8f0", why: "Officers are planned for shifts by their own chief" },
  { hash: "5158631b3254cf02", why: "the kinds of rows stand in one order" },
  { hash: "b7f21c6b684843f4", why: "Lists of trips and rows of the registry as CSV files" },
  {
    hash: "c359bbbdbfb710d6",
    why: "a truck that has handed its import over takes goods home: homeward of the kinds, cargo_not_handed_over",
  },
  { hash: "099e5564ef7471f6", why: "slips of a trip are voided: voidSlips, no_slip_to_void" },
  { hash: "5e55c5cd2466b21a", why: "Messages follow rows notification_rule of the registry" },
  { hash: "8d580853cdd0f6f6", why: "What an operator must load or state: readPackGaps" },
  { hash: "ebdb80ebc90a2085", why: "numbered slips are voided: voidPaperSlip, slip_void" },
  {
    hash: "d2f5a8f180e107c9",
    why: "listTrips and exportTrips take the ids of the trips that are meant, as an alert names them",
  },
  { hash: "ca950df38f1d8a1f", why: "a route for which nobody is declared has no count of who waits" },
  {
    hash: "e13482422f4689d9",
    why: "counts of railways, markets and openings are recorded, corrected and read",
  },
  {
    hash: "afb2511a4c6df2a4",
    why: "listTrips and exportTrips take the id of an alert instead of the ids that it names",
  },
  {
    hash: "a1821e43dd39c4c2",
    why: "The zone names its two sides and the other side's time, and anybody may read how they are called (readSides)",
  },
  { hash: "f41c5c1d30f03eea", why: "listTokens takes the state of the tokens that are meant" },
  {
    hash: "7d1932567df27afd",
    why: "an instant is taken with Z or any offset; a preview of a call says what no rule states, and one of an order which orders leave trucks no way",
  },
  { hash: "09ff986314110917", why: "a route without trips shows what was last counted on it" },
  { hash: "af3f45d965e56782", why: "an amendment that changes nothing is refused (amend_unchanged)" },
  { hash: "9f82f3a1d572fae7", why: "Amounts of the registry's rows and numbers of slips have bounds" },
  { hash: "bb1dbb9bf68c6939", why: "Texts of the registry's rows are printable" },
];
