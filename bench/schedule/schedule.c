// The planner's passes in C: the same algorithm, layout and input as engines/schedule, built with cc -O3 by
// bench/schedule.ts. Reads commands on standard input, answers each with one line, so that runs interleave.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int32_t nodes, span, stride, calendars, edgeCount, unknowns;
static int32_t *before, *dayOf, *count, *headWeek, *tailWeek, *calendar, *duration, *flags, *startFloor;
static int32_t *finishCeiling, *inRow, *inFrom, *outRow, *outTo;
static int32_t *earlyStart, *earlyFinish, *earlyVague, *lateStart, *lateFinish, *lateVague;
static const int32_t NO_FLOOR = -(1 << 29);

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int32_t *table(FILE *file, size_t length) {
  int32_t *cells = malloc(4 * (length ? length : 1));
  if (cells == NULL || fread(cells, 4, length, file) != length) exit(2);
  return cells;
}
static int32_t *column(void) { return calloc(nodes ? nodes : 1, 4); }

static int32_t floorDiv(int32_t a, int32_t b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }
static int32_t ceilDiv(int32_t a, int32_t b) { return -floorDiv(-a, b); }

static int32_t dayInTail(int32_t c, int32_t k) {
  int32_t perWeek = tailWeek[c], past = k - count[c], week = floorDiv(past, perWeek);
  return 7 * (week + 1) + dayOf[c * stride + count[c] - perWeek + past - week * perWeek];
}
static int32_t dayInHead(int32_t c, int32_t k) {
  int32_t week = ceilDiv(-k, headWeek[c]);
  return dayOf[c * stride + k + week * headWeek[c]] - 7 * week;
}
static inline int32_t countBefore(int32_t c, int32_t time) {
  if ((uint32_t)time <= (uint32_t)span) return before[c * stride + time];
  if (time < 0) {
    int32_t weeks = ceilDiv(-time, 7);
    return before[c * stride + time + 7 * weeks] - weeks * headWeek[c];
  }
  int32_t weeks = ceilDiv(time - span, 7);
  return before[c * stride + time - 7 * weeks] + weeks * tailWeek[c];
}
static inline int32_t nthDay(int32_t c, int32_t k) {
  if ((uint32_t)k <= (uint32_t)span) return dayOf[c * stride + k];
  return k < 0 ? dayInHead(c, k) : dayInTail(c, k);
}
// The benchmark's networks have common nodes only (known durations, finish-start edges, no facts, nothing vague).
static void planForward(int32_t first, int32_t end) {
  for (int32_t at = first; at < end; at++) {
    if ((flags[at] & ~128) != 0) exit(3);
    int32_t start = startFloor[at], vague = 0;
    for (int32_t slot = inRow[at], slotEnd = inRow[at + 1]; slot < slotEnd; slot++) {
      int32_t from = inFrom[slot], bound = earlyFinish[from];
      if (bound > start) start = bound;
      if (unknowns > 0) vague |= earlyVague[from];
    }
    int32_t c = calendar[at];
    int32_t k = countBefore(c, start), last = k + duration[at] - 1;
    if (k >= 0 && last <= span) {
      earlyStart[at] = dayOf[c * stride + k];
      earlyFinish[at] = dayOf[c * stride + last] + 1;
    } else {
      earlyStart[at] = nthDay(c, k);
      earlyFinish[at] = nthDay(c, last) + 1;
    }
    earlyVague[at] = (vague & 2) == 0 ? 0 : 3;
  }
}

static void planBackward(int32_t first, int32_t end, int32_t projectFinish) {
  for (int32_t at = end - 1; at >= first; at--) {
    if ((flags[at] & ~64) != 0) exit(3);
    int32_t finish = projectFinish < finishCeiling[at] ? projectFinish : finishCeiling[at], vague = 0;
    for (int32_t slot = outRow[at], slotEnd = outRow[at + 1]; slot < slotEnd; slot++) {
      int32_t to = outTo[slot], limit = lateStart[to];
      if (limit < finish) finish = limit;
      if (unknowns > 0) vague |= lateVague[to];
    }
    int32_t c = calendar[at];
    int32_t last = countBefore(c, finish) - 1, k = last - duration[at] + 1;
    if (k >= 0 && last <= span) {
      lateStart[at] = dayOf[c * stride + k];
      lateFinish[at] = dayOf[c * stride + last] + 1;
    } else {
      lateStart[at] = nthDay(c, k);
      lateFinish[at] = nthDay(c, last) + 1;
    }
    lateVague[at] = (vague & 1) == 0 ? 0 : 3;
  }
}

static int32_t wholeFinish(void) {
  int32_t finish = NO_FLOOR;
  for (int32_t at = 0; at < nodes; at++) if (earlyFinish[at] > finish) finish = earlyFinish[at];
  return finish;
}

static uint32_t digestOf(uint32_t digest, const int32_t *cells, int32_t length) {
  for (int32_t i = 0; i < length; i++) digest = (digest ^ (uint32_t)cells[i]) * 16777619u;
  return digest;
}

// Edits: mark, take the lowest, plan it, go on where something changed; as engines/schedule/edit.ts.
static uint32_t *words;
static int32_t marked, cursor;
static void mark(int32_t place) {
  uint32_t bit = 1u << (place & 31);
  if (words[place >> 5] & bit) return;
  words[place >> 5] |= bit;
  marked++;
}
static int32_t takeLowest(void) {
  while (words[cursor] == 0) cursor++;
  uint32_t held = words[cursor];
  words[cursor] = held & (held - 1);
  marked--;
  return (cursor << 5) + __builtin_ctz(held);
}

static int64_t edits(const int32_t *list, int32_t length) {
  int64_t touched = 0;
  int32_t finish = wholeFinish();
  for (int32_t i = 0; i < length; i++) {
    int32_t place = list[2 * i], stale = 0;
    duration[place] = list[2 * i + 1];
    cursor = place >> 5;
    mark(place);
    while (marked > 0) {
      int32_t at = takeLowest(), start = earlyStart[at], end = earlyFinish[at], vague = earlyVague[at];
      touched++;
      planForward(at, at + 1);
      if (earlyFinish[at] == end && earlyStart[at] == start && earlyVague[at] == vague) continue;
      if (earlyFinish[at] > finish) finish = earlyFinish[at];
      else if (end == finish && earlyFinish[at] < end) stale = 1;
      for (int32_t slot = outRow[at]; slot < outRow[at + 1]; slot++) mark(outTo[slot]);
    }
    if (stale) finish = wholeFinish();
  }
  return touched;
}

// Forecast: as engines/schedule/monte-carlo.ts, sixty-four runs side by side.
enum { LANES = 64 };
static uint32_t draw(uint32_t key, uint32_t run) {
  uint32_t x = (run * 0x9e3779b1u) ^ key;
  x = (x ^ (x >> 16)) * 0x85ebca6bu;
  x = (x ^ (x >> 13)) * 0xc2b2ae35u;
  return x ^ (x >> 16);
}

static void forecast(const uint32_t *keys, const int32_t *quantileOf, const int32_t *quantiles, int32_t runs, int32_t *finishes) {
  static int32_t *finish = NULL, *ends = NULL;
  int32_t bounds[LANES], whole[LANES], endCount = 0;
  finish = realloc(finish, (size_t)(nodes + 1) * LANES * 4);
  ends = realloc(ends, (size_t)nodes * 4);
  for (int32_t at = 0; at < nodes; at++) if (outRow[at] == outRow[at + 1]) ends[endCount++] = at;
  int32_t *none = finish + (size_t)nodes * LANES;
  for (int32_t lane = 0; lane < LANES; lane++) none[lane] = NO_FLOOR;
  for (int32_t first = 0; first < runs; first += LANES) {
    for (int32_t at = 0; at < nodes; at++) {
      int32_t slot = inRow[at], end = inRow[at + 1], floor = startFloor[at];
#define ROW(s) ((s) < end ? finish + (size_t)inFrom[s] * LANES : none)
      const int32_t *a = ROW(slot);
      if (slot < end) slot++;
      for (; end - slot > 2; slot++, a = bounds) {
        const int32_t *b = ROW(slot);
        for (int32_t lane = 0; lane < LANES; lane++) bounds[lane] = b[lane] > a[lane] ? b[lane] : a[lane];
      }
      const int32_t *b = ROW(slot), *c = ROW(slot + 1);
      int32_t base = calendar[at] * stride, quantile = quantileOf[at];
      uint32_t key = keys[at];
      int32_t *out = finish + (size_t)at * LANES;
#define MAX(x, y) ((x) > (y) ? (x) : (y))
      for (int32_t lane = 0; lane < LANES; lane += 2) {
        int32_t early = MAX(MAX(floor, a[lane]), MAX(b[lane], c[lane]));
        int32_t late = MAX(MAX(floor, a[lane + 1]), MAX(b[lane + 1], c[lane + 1]));
        uint32_t bits = draw(key, (uint32_t)(first + lane) >> 1);
        int32_t days = quantiles[quantile + (int32_t)(bits >> 22)];
        int32_t others = quantiles[quantile + (int32_t)((bits >> 6) & 1023)];
        out[lane] = dayOf[base + before[base + early] + days - 1] + 1;
        out[lane + 1] = dayOf[base + before[base + late] + others - 1] + 1;
      }
    }
    for (int32_t lane = 0; lane < LANES; lane++) whole[lane] = NO_FLOOR;
    for (int32_t i = 0; i < endCount; i++) {
      const int32_t *row = finish + (size_t)ends[i] * LANES;
      for (int32_t lane = 0; lane < LANES; lane++) if (row[lane] > whole[lane]) whole[lane] = row[lane];
    }
    for (int32_t lane = 0; lane < LANES && first + lane < runs; lane++) finishes[first + lane] = whole[lane];
  }
}

int main(void) {
  char command[16], path[1024];
  int32_t *list = NULL, listLength = 0, mcRuns = 0, *finishes = NULL, *saved = NULL;
  uint32_t *keys = NULL;
  int32_t *quantileOf = NULL, *quantiles = NULL;
  while (scanf("%15s", command) == 1) {
    if (strcmp(command, "load") == 0) {
      if (scanf("%1023s", path) != 1) return 2;
      FILE *file = fopen(path, "rb");
      if (file == NULL) return 2;
      int32_t *head = table(file, 8);
      nodes = head[0]; edgeCount = head[1]; calendars = head[2]; span = head[3]; stride = span + 1;
      listLength = head[4]; mcRuns = head[5]; unknowns = head[7];
      before = table(file, (size_t)calendars * stride); dayOf = table(file, (size_t)calendars * stride);
      count = table(file, calendars); headWeek = table(file, calendars); tailWeek = table(file, calendars);
      calendar = table(file, nodes); duration = table(file, nodes); flags = table(file, nodes);
      startFloor = table(file, nodes); finishCeiling = table(file, nodes);
      inRow = table(file, nodes + 1); inFrom = table(file, edgeCount);
      outRow = table(file, nodes + 1); outTo = table(file, edgeCount);
      list = table(file, 2 * (size_t)listLength);
      if (mcRuns > 0) {
        keys = (uint32_t *)table(file, nodes);
        quantileOf = table(file, nodes);
        quantiles = table(file, head[6]);
        finishes = malloc(4 * (size_t)mcRuns);
      }
      fclose(file);
      earlyStart = column(); earlyFinish = column(); earlyVague = column();
      lateStart = column(); lateFinish = column(); lateVague = column();
      saved = column();
      memcpy(saved, duration, 4 * (size_t)nodes);
      words = calloc((nodes + 31) / 32, 4);
      printf("ok\n");
    } else if (strcmp(command, "pass") == 0) {
      int repeats;
      if (scanf("%d", &repeats) != 1 || repeats < 1) return 2;
      double start = now();
      for (int left = repeats; left > 0; left--) {
        planForward(0, nodes);
        planBackward(0, nodes, wholeFinish());
      }
      double ms = (now() - start) / repeats;
      uint32_t digest = digestOf(2166136261u, earlyStart, nodes);
      digest = digestOf(digestOf(digestOf(digest, earlyFinish, nodes), lateStart, nodes), lateFinish, nodes);
      printf("%.6f %u\n", ms, digest);
    } else if (strcmp(command, "edit") == 0) {
      memcpy(duration, saved, 4 * (size_t)nodes);
      planForward(0, nodes);
      double start = now();
      int64_t touched = edits(list, listLength);
      double ms = now() - start;
      printf("%.6f %u %lld\n", ms, digestOf(digestOf(2166136261u, earlyStart, nodes), earlyFinish, nodes), (long long)touched);
    } else if (strcmp(command, "forecast") == 0) {
      double start = now();
      forecast(keys, quantileOf, quantiles, mcRuns, finishes);
      double ms = now() - start;
      printf("%.6f %u\n", ms, digestOf(2166136261u, finishes, mcRuns));
    } else return 2;
    fflush(stdout);
  }
  return 0;
}
