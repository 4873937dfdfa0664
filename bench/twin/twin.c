/* The reference of bench/twin.ts: the same kernel, layout, statistics and input as engines/simulation, in plain C.
 * Reads a compiled network, runs it once, prints processor seconds, events and a digest of every statistic.
 * cc -O3 -ffp-contract=off: the same digits, because only + - * / sqrt and integers are used. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define UNLIMITED 0x3fffffff
#define STRIDE 7
#define CHECK_STRIDE 6
#define CELLS 864
enum { EXIT, MARK, DELAY, SEIZE, FREE, SERVE, METER, CHECKS, BRANCH, INTAKE, BALK, FEE, GOTO };
enum { PASS, SLOT_ONLY, DIVERT, HOLD, STOP };

/* Network */
static double horizon, warm_up, sample_every, limit_events, limit_trucks, limit_present;
static int days, parts, tallies, sources, resources, lines, timelines;
static int32_t *source_program, *stream_keys, *capacity0, *first_line, *line_level, *line_weight, *timeline_first,
    *timeline_target, *change_to, *is_order, *code, *spread_kind, *spread_at, *checks;
static double *hour_rate, *day_factor, *slot_share, *change_at, *spread_parameter, *shares, *amounts;

/* State */
static double now_time, events;
static int32_t slots, free_slot, ready, ready_last, born_count, gone_count, status;
static uint32_t *streams;
static int32_t *hour, *change, *phase;
static struct { int32_t capacity, used, waiting, most; } *R;
static struct { int32_t head, tail, length, credit; } *L;
static struct { int32_t step, source, serial, slot, open_checks, failed, free_next, spare; } *T;
static double *born, *since;

/* Record */
static struct { double waiting, used, touched; } *A;
static struct { double capacity, counted_to; } *H;
static struct { double count, sum, largest; } *M;
static double *fees, present_area, present_touched, measured_from, samples_taken;
static int32_t *sketch, *samples;
static size_t sample_cells;

/* Pending events: bucket queue (the heap fallback is not needed by the measured scenario and counts as a failure) */
static double *at, per_minute, tuned_at, most_per_minute;
static struct { int32_t next, turn; } *P;
static int32_t *bucket, pending_count, pending_turn, mask, pops, work;

static void *some(size_t n, size_t size) {
  void *p = calloc(n ? n : 1, size);
  if (!p) exit(3);
  return p;
}
static int32_t *filled(size_t n, int32_t value) {
  int32_t *p = some(n, 4);
  for (size_t i = 0; i < n; i++) p[i] = value;
  return p;
}

/* Random numbers and distributions */
static uint32_t mix(uint32_t h) {
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}
static inline uint32_t draw(int stream) {
  uint32_t *s = streams + 4 * stream;
  uint32_t b = s[1], c = s[2], out = s[0] + b + s[3];
  s[0] = b ^ (b >> 9);
  s[1] = c + (c << 3);
  s[2] = ((c << 21) | (c >> 11)) + out;
  s[3]++;
  return out;
}
static inline double draw_unit(int stream) { return (draw(stream) + 0.5) * 2.3283064365386963e-10; }
static double halves[33];
static inline double unit_exponential(uint32_t u) {
  int exponent = u ? 31 - __builtin_clz(u) : -1;
  double m = (u + 0.5) * halves[exponent + 1];
  if (m > 1.4142135623730951) { m *= 0.5; exponent++; }
  double f = m - 1, s = f / (2 + f), z = s * s, w = z * z;
  double r = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1)) +
             z * (6.666666666666735130e-1 +
                  w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  double half = 0.5 * f * f, k = exponent - 32;
  return half - (s * (half + r) + k * 1.90821492927058770002e-10) - f - k * 6.93147180369123816490e-1;
}
static double sample(int spread, int stream) {
  const double *p = spread_parameter + spread_at[spread];
  switch (spread_kind[spread]) {
    case 0: return p[0];
    case 1: return p[0] + draw_unit(stream) * p[1];
    case 2: return p[0] + unit_exponential(draw(stream)) * p[1];
    case 3: {
      double u = draw_unit(stream);
      if (u * p[4] < p[2]) return p[0] + sqrt(u * p[4] * p[2]);
      return p[1] - sqrt((1 - u) * p[4] * p[3]);
    }
    case 4: {
      double total = 0;
      for (int i = 0; i < p[0]; i++) total += unit_exponential(draw(stream));
      return total * p[1];
    }
    case 5: {
      int branch = draw_unit(stream) < p[0] ? 1 : 2;
      return unit_exponential(draw(stream)) * p[branch];
    }
    default: {
      double position = draw_unit(stream) * p[0];
      int below = (int)position;
      double low = p[1 + below];
      return low + (p[2 + below] - low) * (position - below);
    }
  }
}

/* Pending set */
static void place(int subject, double time) {
  int t = (int)(time * per_minute), cell = (t & mask) * 2, last = bucket[cell + 1];
  P[subject].turn = t;
  if (last < 0) {
    bucket[cell] = bucket[cell + 1] = subject;
    P[subject].next = -1;
  } else if (at[last] <= time) {
    P[last].next = subject;
    P[subject].next = -1;
    bucket[cell + 1] = subject;
  } else {
    int before = -1, after = bucket[cell];
    while (at[after] <= time) { before = after; after = P[after].next; work++; }
    P[subject].next = after;
    if (before < 0) bucket[cell] = subject;
    else P[before].next = subject;
  }
}
static void rebuild(double rate) {
  int32_t *old = bucket, cells = (mask + 1) * 2, buckets = 64;
  while (buckets < pending_count * 4) buckets *= 2;
  per_minute = rate < most_per_minute ? rate : most_per_minute;
  mask = buckets - 1;
  bucket = filled((size_t)buckets * 2, -1);
  for (int cell = 0; cell < cells; cell += 2)
    for (int s = old[cell]; s >= 0;) { int following = P[s].next; place(s, at[s]); s = following; }
  pending_turn = (int)(tuned_at * per_minute);
  free(old);
}
static void push(int subject, double time) {
  at[subject] = time;
  place(subject, time);
  if (++pending_count > mask) rebuild(per_minute);
}
static int earliest_turn(void) {
  int earliest = 0x7fffffff;
  for (int cell = 0; cell < (mask + 1) * 2; cell += 2)
    if (bucket[cell] >= 0 && P[bucket[cell]].turn < earliest) earliest = P[bucket[cell]].turn;
  return earliest;
}
static int strikes;
static void review(double now) {
  int busy = work > 3 * 1024;
  double elapsed = now - tuned_at;
  strikes = busy ? strikes + 1 : 0;
  pops = work = 0;
  tuned_at = now;
  if (!busy) return;
  if (strikes > 12) exit(4);
  rebuild(elapsed > 0 ? 1024 / elapsed : most_per_minute);
}
static int pop(void) {
  if (!pending_count) return -1;
  int t = pending_turn, last = t + mask, s = bucket[(t & mask) * 2];
  while (s < 0 || P[s].turn != t) {
    t = t == last ? earliest_turn() : t + 1;
    s = bucket[(t & mask) * 2];
  }
  int following = P[s].next;
  bucket[(t & mask) * 2] = following;
  if (following < 0) bucket[(t & mask) * 2 + 1] = -1;
  int skipped = t - pending_turn;
  pending_turn = t;
  pending_count--;
  work += skipped < mask ? skipped : mask;
  if (++pops == 1024) review(at[s]);
  return s;
}

/* Statistics */
static inline void record_minutes(int group, double minutes) {
  M[group].count++;
  M[group].sum += minutes;
  if (minutes > M[group].largest) M[group].largest = minutes;
  int ticks = (int)(minutes * 64), cell = ticks;
  if (ticks >= 32) {
    int power = 31 - __builtin_clz(ticks);
    cell = (power - 4) * 32 + ((ticks >> (power - 5)) & 31);
  }
  sketch[(size_t)group * CELLS + cell]++;
}
static inline void touch(int r) {
  double elapsed = now_time - A[r].touched;
  if (elapsed == 0) return;
  A[r].waiting += elapsed * R[r].waiting;
  A[r].used += elapsed * R[r].used;
  A[r].touched = now_time;
}
static void count_capacity(int r) {
  if (R[r].capacity != UNLIMITED) H[r].capacity += (now_time - H[r].counted_to) * R[r].capacity;
  H[r].counted_to = now_time;
}
static inline void count_present(void) {
  present_area += (now_time - present_touched) * (born_count - gone_count);
  present_touched = now_time;
}

/* Resources and lines */
#define FIRST_PART (sources + timelines + 2)
static void enqueue(int line, int part) {
  int subject = FIRST_PART + part, last = L[line].tail;
  P[subject].next = -1;
  if (last < 0) L[line].head = subject;
  else P[last].next = subject;
  L[line].tail = subject;
  L[line].length++;
}
static int choose_line(int r) {
  int end = first_line[r + 1], line = first_line[r];
  while (L[line].length == 0) line++;
  int level = line_level[line];
  if (line + 1 == end || line_level[line + 1] != level) return line;
  int chosen = line, total = 0;
  for (int other = line; other < end && line_level[other] == level; other++) {
    if (L[other].length == 0) continue;
    L[other].credit += line_weight[other];
    total += line_weight[other];
    if (L[other].credit > L[chosen].credit) chosen = other;
  }
  L[chosen].credit -= total;
  return chosen;
}
static int leave_line(int r) {
  int line = choose_line(r), subject = L[line].head, following = P[subject].next, part = subject - FIRST_PART;
  L[line].head = following;
  if (following < 0) L[line].tail = -1;
  L[line].length--;
  R[r].waiting--;
  record_minutes(r, now_time - since[part]);
  return part;
}
static inline int take(int r) {
  if (R[r].used >= R[r].capacity) return 0;
  touch(r);
  R[r].used++;
  M[r].count++;
  sketch[(size_t)r * CELLS]++;
  return 1;
}
static void wait_for(int r, int line, int part) {
  touch(r);
  since[part] = now_time;
  if (++R[r].waiting > R[r].most) R[r].most = R[r].waiting;
  enqueue(line, part);
}
static void make_ready(int truck) {
  int subject = FIRST_PART + truck * parts;
  P[subject].next = -1;
  if (ready_last < 0) ready = subject;
  else P[ready_last].next = subject;
  ready_last = subject;
}
static inline void start_service(int r, int part, int spread) {
  push(FIRST_PART + part, now_time + sample(spread, sources * 2 + r));
}
static void serve_waiting(int r) {
  while (R[r].waiting > 0 && R[r].used < R[r].capacity) {
    int part = leave_line(r), truck = part / parts, check = part - truck * parts, s = T[truck].step;
    R[r].used++;
    if (check > 0) start_service(r, part, checks[(code[s + 1] + check - 1) * CHECK_STRIDE + 2]);
    else if (code[s] == SEIZE) { T[truck].step = s + STRIDE; make_ready(truck); }
    else start_service(r, part, code[s + 6]);
  }
}
static inline void release(int r) { touch(r); R[r].used--; serve_waiting(r); }

/* Programs */
static inline int decide(int truck, int share) { return draw_unit(T[truck].source * 2 + 1) < shares[share]; }
static int wait_or_turn_away(int truck, int s, int r) {
  int bound = code[s + 4];
  if (bound >= 0 && R[r].waiting >= bound) return code[s + 5];
  wait_for(r, code[s + 2 + T[truck].slot], truck * parts);
  return -1;
}
static int serve(int truck, int s, int r) {
  if (!take(r)) return wait_or_turn_away(truck, s, r);
  start_service(r, truck * parts, code[s + 6]);
  return -1;
}
static void request_check(int part, int entry) {
  if (take(checks[entry])) start_service(checks[entry], part, checks[entry + 2]);
  else wait_for(checks[entry], checks[entry + 1], part);
}
static int follow(int truck, int s) {
  int first = code[s + 1], following = s + STRIDE;
  switch (code[s]) {
    case MARK: record_minutes(resources + first, now_time - born[truck]); return following;
    case DELAY: push(FIRST_PART + truck * parts, now_time + sample(first, T[truck].source * 2 + 1)); return -1;
    case SEIZE: return take(first) ? following : wait_or_turn_away(truck, s, first);
    case FREE: release(first); return following;
    case METER: return R[first].capacity == UNLIMITED ? following : serve(truck, s, first);
    case SERVE: return serve(truck, s, first);
    case CHECKS:
      T[truck].open_checks = code[s + 2];
      T[truck].failed = 0;
      for (int k = 1; k <= code[s + 2]; k++) {
        phase[truck * parts + k] = 0;
        request_check(truck * parts + k, (first + k - 1) * CHECK_STRIDE);
      }
      return -1;
    case BRANCH: return decide(truck, first) ? code[s + 2] : following;
    case INTAKE: {
      int value = R[first].capacity, mode = value & 7;
      if (mode == PASS) return following;
      if (mode == DIVERT) return value >> 3;
      if (mode == STOP) return code[s + 2];
      if (mode == SLOT_ONLY && T[truck].slot) return following;
      wait_for(first, first_line[first], truck * parts);
      return -1;
    }
    case BALK:
      if (R[first].waiting <= code[s + 2]) return following;
      return decide(truck, code[s + 3]) ? code[s + 4] : following;
    case FEE: fees[first] += amounts[code[s + 2]]; return following;
    case GOTO: return first;
    default:
      record_minutes(resources + first, now_time - born[truck]);
      count_present();
      gone_count++;
      T[truck].free_next = free_slot;
      free_slot = truck;
      return -1;
  }
}
static void proceed(int truck) {
  for (int s = T[truck].step; s >= 0;) { T[truck].step = s; s = follow(truck, s); }
}

/* Trucks */
static void *longer(void *p, size_t old, size_t size) {
  p = realloc(p, size);
  if (!p) exit(3);
  memset((char *)p + old, 0, size - old);
  return p;
}
static void add_slots(int from, int to) {
  for (int i = to - 1; i >= from; i--) { T[i].free_next = free_slot; free_slot = i; }
  slots = to;
}
static void grow_trucks(void) {
  size_t from = slots, to = from * 2, p = parts, f = FIRST_PART;
  T = longer(T, from * sizeof *T, to * sizeof *T);
  born = longer(born, from * 8, to * 8);
  phase = longer(phase, from * p * 4, to * p * 4);
  since = longer(since, from * p * 8, to * p * 8);
  at = longer(at, (f + from * p) * 8, (f + to * p) * 8);
  P = longer(P, (f + from * p) * sizeof *P, (f + to * p) * sizeof *P);
  add_slots(from, to);
}
static void next_arrival(int s, double now) {
  int last = days * 24, h = hour[s];
  double due = unit_exponential(draw(s * 2)), from = now;
  for (; h < last; h++) {
    int day = h / 24;
    double rate = hour_rate[s * 24 + h - day * 24] * day_factor[s * days + day], end = (h + 1) * 60.0;
    double room = rate * (end - from);
    if (due < room) { hour[s] = h; push(s, from + due / rate); return; }
    due -= room;
    from = end;
  }
  hour[s] = h;
}
static void finish(int s, double time) {
  status = s;
  now_time = time;
  count_present();
  for (int r = 0; r < resources; r++) { touch(r); count_capacity(r); }
}
static void arrive(int s) {
  int present = born_count - gone_count;
  next_arrival(s, now_time);
  if (present >= limit_present) { finish(4, now_time); return; }
  if (born_count >= limit_trucks) { finish(3, now_time); return; }
  count_present();
  if (free_slot < 0) grow_trucks();
  int truck = free_slot;
  free_slot = T[truck].free_next;
  T[truck].source = s;
  T[truck].serial = born_count++;
  born[truck] = now_time;
  T[truck].slot = slot_share[s] > 0 && draw_unit(s * 2 + 1) < slot_share[s];
  T[truck].step = source_program[s];
  proceed(truck);
}

/* Events */
static int happens(int r, int share) { return shares[share] != 0 && draw_unit(sources * 2 + r) < shares[share]; }
static void check_event(int truck, int part) {
  int s = T[truck].step, entry = (code[s + 1] + part - truck * parts - 1) * CHECK_STRIDE, r = checks[entry];
  if (phase[part] == 1) { phase[part] = 2; request_check(part, entry); return; }
  release(r);
  if (phase[part] == 0 && happens(r, checks[entry + 3])) {
    phase[part] = 1;
    push(FIRST_PART + part, now_time + sample(checks[entry + 4], sources * 2 + r));
    return;
  }
  if (happens(r, checks[entry + 5])) T[truck].failed = 1;
  if (--T[truck].open_checks == 0) {
    T[truck].step = T[truck].failed ? code[s + 3] : s + STRIDE;
    make_ready(truck);
  }
}
static void truck_event(int part) {
  int truck = part / parts, s = T[truck].step;
  if (part != truck * parts) { check_event(truck, part); return; }
  if (code[s] != DELAY) release(code[s + 1]);
  T[truck].step = s + STRIDE;
  make_ready(truck);
}
static void change_event(int timeline) {
  int entry = change[timeline]++, r = timeline_target[timeline];
  if (entry + 1 < timeline_first[timeline + 1]) push(sources + timeline, change_at[entry + 1]);
  touch(r);
  if (!is_order[r]) count_capacity(r);
  R[r].capacity = change_to[entry];
  if (is_order[r]) while (R[r].waiting > 0) make_ready(leave_line(r) / parts);
  else serve_waiting(r);
}
static void sample_event(void) {
  for (int r = 0; r < resources; r++) samples[(size_t)samples_taken * resources + r] = R[r].waiting;
  samples_taken++;
  push(sources + timelines, (samples_taken + 1) * sample_every);
}
static void end_warm_up(void) {
  size_t r = resources, g = resources + tallies;
  memset(A, 0, r * sizeof *A);
  memset(H, 0, r * sizeof *H);
  memset(M, 0, g * sizeof *M);
  memset(fees, 0, tallies * 8);
  memset(sketch, 0, g * CELLS * 4);
  for (size_t i = 0; i < r; i++) { A[i].touched = H[i].counted_to = now_time; R[i].most = R[i].waiting; }
  present_area = 0;
  present_touched = measured_from = now_time;
}
static void run(void) {
  while (status == 0) {
    int subject = pop();
    double time = subject < 0 ? horizon : at[subject];
    if (time >= horizon) { finish(1, horizon); return; }
    now_time = time;
    events++;
    if (subject >= FIRST_PART) truck_event(subject - FIRST_PART);
    else if (subject < sources) arrive(subject);
    else if (subject < sources + timelines) change_event(subject - sources);
    else if (subject == sources + timelines) sample_event();
    else end_warm_up();
    while (ready >= 0) {
      int s = ready;
      ready = P[s].next;
      if (ready < 0) ready_last = -1;
      proceed((s - FIRST_PART) / parts);
    }
    if (events >= limit_events) finish(2, time);
  }
}

/* Input, set-up, digest */
static FILE *input;
static void *read_block(size_t size, int *n) {
  int32_t many;
  if (fread(&many, 4, 1, input) != 1) exit(2);
  void *p = some(many, size);
  if (fread(p, size, many, input) != (size_t)many) exit(2);
  if (n) *n = many;
  return p;
}
static void read_network(void) {
  double *scalar = read_block(8, 0);
  horizon = scalar[0]; warm_up = scalar[1]; sample_every = scalar[2]; limit_events = scalar[3];
  limit_trucks = scalar[4]; limit_present = scalar[5]; days = scalar[6]; parts = scalar[7]; tallies = scalar[8];
  source_program = read_block(4, &sources);
  hour_rate = read_block(8, 0); day_factor = read_block(8, 0); slot_share = read_block(8, 0);
  stream_keys = read_block(4, 0);
  capacity0 = read_block(4, &resources);
  first_line = read_block(4, 0); line_level = read_block(4, &lines); line_weight = read_block(4, 0);
  timeline_first = read_block(4, 0); timeline_target = read_block(4, &timelines);
  change_at = read_block(8, 0); change_to = read_block(4, 0); is_order = read_block(4, 0); code = read_block(4, 0);
  spread_kind = read_block(4, 0); spread_at = read_block(4, 0); spread_parameter = read_block(8, 0);
  shares = read_block(8, 0); amounts = read_block(8, 0); checks = read_block(4, 0);
}
static void set_up(uint32_t seed, uint32_t replication) {
  size_t r = resources, g = resources + tallies, n = 64 * parts;
  int streams_count = sources * 2 + resources;
  double power = 2;
  for (int i = 0; i < 33; i++, power /= 2) halves[i] = power;
  streams = some(streams_count * 4, 4);
  for (int i = 0; i < streams_count; i++) {
    uint32_t *s = streams + 4 * i;
    s[0] = mix(seed ^ 0x9e3779b9u); s[1] = mix(replication + 0x85ebca6bu);
    s[2] = mix(stream_keys[i] + 0xc2b2ae35u); s[3] = 1;
    for (int round = 0; round < 12; round++) draw(i);
  }
  hour = filled(sources, 0);
  change = filled(timelines + 1, 0); memcpy(change, timeline_first, (timelines + 1) * 4);
  R = some(r, sizeof *R);
  for (size_t i = 0; i < r; i++) R[i].capacity = capacity0[i];
  L = some(lines, sizeof *L);
  for (int i = 0; i < lines; i++) L[i].head = L[i].tail = -1;
  T = some(64, sizeof *T);
  born = some(64, 8); phase = filled(n, 0); since = some(n, 8);
  A = some(r, sizeof *A); H = some(r, sizeof *H); M = some(g, sizeof *M);
  sketch = filled(g * CELLS, 0); fees = some(tallies, 8);
  sample_cells = (size_t)ceil(horizon / sample_every) * r; samples = filled(sample_cells, 0);
  at = some(FIRST_PART + n, 8); P = some(FIRST_PART + n, sizeof *P);
  mask = 63; bucket = filled(128, -1); per_minute = 1; most_per_minute = 536870912.0 / (horizon + 1);
  free_slot = ready = ready_last = -1;
  add_slots(0, 64);
  for (int t = 0; t < timelines; t++)
    if (timeline_first[t] < timeline_first[t + 1]) push(sources + t, change_at[timeline_first[t]]);
  for (int s = 0; s < sources; s++) next_arrival(s, 0);
  if (warm_up > 0) push(sources + timelines + 1, warm_up);
  push(sources + timelines, sample_every);
}
static uint32_t digest = 0x811c9dc5u;
static void add(const void *cells, size_t words) {
  for (size_t i = 0; i < words; i++) digest = (digest ^ ((const uint32_t *)cells)[i]) * 0x01000193u;
}
int main(int argc, char **argv) {
  if (argc < 4 || !(input = fopen(argv[1], "rb"))) return 2;
  read_network();
  struct timespec from, to;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
  set_up(strtoul(argv[2], 0, 10), strtoul(argv[3], 0, 10));
  run();
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
  size_t r = resources, g = resources + tallies;
  add(A, r * 6); add(H, r * 4); add(M, g * 6); add(sketch, g * CELLS);
  for (size_t i = 0; i < r; i++) add(&R[i].most, 1);
  add(fees, tallies * 2); add(samples, sample_cells); add(&present_area, 2); add(&events, 2);
  printf("%.6f %.0f %08x %d %d %d\n", (to.tv_sec - from.tv_sec) + (to.tv_nsec - from.tv_nsec) * 1e-9, events, digest,
         born_count, gone_count, slots);
  return 0;
}
