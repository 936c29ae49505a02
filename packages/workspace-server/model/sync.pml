/* The protocol of docs/sync.md, small enough that spin can try every order of its steps and faults: `npm run prove -- model`.
 *
 * One document, two clients, one or two server processes, one log. What stands in a document is a set of bits. An insertion takes a
 * clock of a client id, a deletion takes none:
 *   A0 A1  clocks 0 and 1 of the first client's id      B0  clock 0 of the second one's
 *   DA DB  the deletion of what stands at A0, at B0
 * As in Yjs a state vector knows insertions only, and an answer carries all deletions. */
#define A0 1
#define A1 2
#define B0 4
#define DA 8
#define DB 16
#define DELETIONS (DA | DB)
#define novelty(held, frame) ((frame) & ~(held))
#define vectorOf(held) ((held) & ~DELETIONS)
#define answerTo(vector, held) (novelty(vector, held) | ((held) & DELETIONS))
/* Something that the frame stands on is missing. */
#define hasGap(held, frame) \
  ((((frame) & (A1 | DA)) && !(((held) | (frame)) & A0)) || (((frame) & DB) && !(((held) | (frame)) & B0)))

#include "bounds.h"

#define NOWHERE 9
#define NEVER 99
#define QUEUE 5
#define ROWS 8

/* ---- the log: rows, the document's epoch and authority, ended seats, late drafts ---- */
byte row[ROWS], rows;
byte LOG;                                  /* what replaying the rows gives */
byte epoch, authority, lateDraft[2];
bool seatEnded[2];
byte looked = NOWHERE;                     /* the signer looked when the log had so many rows */

/* ---- a server process and its document ---- */
typedef Session { bool open; byte received; byte unanswered }
typedef Waiting { byte who; byte count; byte bits; bool isJoin }
typedef Process {
  bool on, loaded;
  byte admitted, sequence, epoch, authority;
  Waiting queue[QUEUE]; byte waiting, inFlight;
  byte transaction, first;                 /* first: the log's row before which the group's rows stand */
  Session session[2]
}
Process P[NP];
#define IDLE 0
#define RUNNING 1
#define COMMITTED 2
#define NOT_COMMITTED 3                    /* failed, in doubt, conflict, late or authority: one exit for all (SY-4) */
/* A transaction whose process gave it up or died: it may still happen. */
byte doubtRow[QUEUE], doubtSeat[QUEUE], doubtRows, doubtEpoch, doubtAuthority;
bool hinted[NP];

/* ---- a client ---- */
mtype = { UPDATE, ANSWER, STEP1, DATA, SAVED, LATE, RESET };
typedef Client { byte doc, toDo, mine, unsaved, at, sent, need; bool late, done, refused }
Client C[2];
chan up[2 * NP] = [5] of { mtype, byte };  /* one socket for each client and process, in order */
chan down[2] = [9] of { mtype, byte };

byte cuts = CUTS, crashes = CRASHES, fails = FAILS, doubts = DOUBTS, revocations = REVOCATIONS, signings = SIGNINGS,
     reloads = RELOADS, unloads = UNLOADS;
hidden byte i, k, t, u, v;                 /* within one step only */

#define other(c) (1 - (c))
#define hasRoom (len(down[0]) <= 4 && len(down[1]) <= 4)

/* ================= what leaves a process ================= */
inline tell(p, c, kind, what) {
  if :: P[p].session[c].open && C[c].at == p -> down[c]!kind, what :: else fi
}
inline announce(p, author, what) {         /* SY-1: nobody is told what is not committed */
  assert(novelty(LOG, what) == 0);
  for (i : 0 .. 1) { if :: i != author && what -> tell(p, i, DATA, what) :: else fi };
  i = 0
}
inline askAgain(p, c) {                    /* SY-12: step 1; what comes before its answer is dropped */
  P[p].session[c].unanswered++;
  tell(p, c, STEP1, vectorOf(P[p].admitted))
}
inline enqueue(p, c, nr, what, join) {
  P[p].queue[P[p].waiting].who = c; P[p].queue[P[p].waiting].count = nr;
  P[p].queue[P[p].waiting].bits = what; P[p].queue[P[p].waiting].isJoin = join;
  P[p].waiting++
}
inline clearQueue(p) {
  for (i : 0 .. QUEUE - 1) {
    P[p].queue[i].who = 0; P[p].queue[i].count = 0; P[p].queue[i].bits = 0; P[p].queue[i].isJoin = false };
  P[p].waiting = 0; P[p].inFlight = 0; P[p].transaction = IDLE; P[p].first = 0; i = 0
}
inline forget(p, c) {                      /* what it wrote stays in the queue; nobody is told of it */
  for (i : 0 .. QUEUE - 1) {
    if
    :: i < P[p].waiting && P[p].queue[i].who == c && P[p].queue[i].isJoin -> P[p].queue[i].bits = 0
    :: i < P[p].waiting && P[p].queue[i].who == c && !P[p].queue[i].isJoin -> P[p].queue[i].count = 0
    :: else
    fi };
  i = 0;
  P[p].session[c].open = false; P[p].session[c].received = 0; P[p].session[c].unanswered = 0
}

/* ================= the log is read ================= */
inline readTail(p) {                       /* rows of other processes, and of a commit that was in doubt */
  for (k : 0 .. ROWS - 1) {
    if :: k >= P[p].sequence && k < rows -> P[p].admitted = P[p].admitted | row[k]; announce(p, NOWHERE, row[k]) :: else fi };
  P[p].sequence = rows; k = 0
}
inline load(p) {                           /* SY-4, SY-5: all that waited is thrown away, and asked for again */
  clearQueue(p);
  P[p].loaded = true; P[p].admitted = LOG; P[p].sequence = rows;
  P[p].epoch = epoch; P[p].authority = authority;
  for (k : 0 .. 1) {
    if
    :: P[p].session[k].open && seatEnded[k] -> tell(p, k, RESET, 0); forget(p, k)
    :: P[p].session[k].open && !seatEnded[k] -> if :: LOG -> tell(p, k, DATA, LOG) :: else fi; askAgain(p, k)
    :: else
    fi };
  k = 0
}

/* ================= a frame comes in ================= */
inline receive(p, c, kind, frame) {
  P[p].session[c].received++;
  if
  :: kind == ANSWER && P[p].session[c].unanswered -> P[p].session[c].unanswered--
#ifdef DEFECT_ANSWERED_IS_A_FLAG
     ; P[p].session[c].unanswered = 0
#endif
  :: else
  fi;
  if
#ifndef DEFECT_UPDATE_BEFORE_ANSWER
  :: P[p].session[c].unanswered                 /* the answer to come contains it; nothing is acknowledged */
#endif
  :: else ->
     if
     :: P[p].epoch ->                      /* SY-14, SY-22: signed meanwhile; a late draft, counted like any message */
        lateDraft[c] = lateDraft[c] | novelty(P[p].admitted, frame); tell(p, c, LATE, P[p].session[c].received)
     :: else ->
        if :: hasGap(P[p].admitted, frame) -> readTail(p) :: else fi;
        assert(!hasGap(P[p].admitted, frame));  /* an honest frame has none once the tail was read */
        v = novelty(P[p].admitted, frame); P[p].admitted = P[p].admitted | v;
#ifdef DEFECT_ANNOUNCED_EARLY
        announce(p, c, v);
#endif
#ifdef DEFECT_SAVED_EARLY
        tell(p, c, SAVED, P[p].session[c].received);
#endif
#ifdef DEFECT_NO_NOVELTY_SAVED_AT_ONCE
        if :: v == 0 -> tell(p, c, SAVED, P[p].session[c].received) :: else -> enqueue(p, c, P[p].session[c].received, v, false) fi;
#else
        enqueue(p, c, P[p].session[c].received, v, false);    /* SY-6: what adds nothing waits behind what it repeats */
#endif
        v = 0
     fi
  fi
}

/* ================= the group commit ================= */
#define isRow(p, n) (P[p].queue[n].bits && !P[p].queue[n].isJoin)
inline send(p) {
  P[p].inFlight = P[p].waiting; P[p].transaction = COMMITTED; P[p].first = rows;
  for (i : 0 .. QUEUE - 1) { if :: i < P[p].waiting && isRow(p, i) -> P[p].transaction = RUNNING :: else fi };
  if :: P[p].transaction == COMMITTED -> P[p].first = NOWHERE :: else fi;
  i = 0
#ifdef DEFECT_EPOCH_COMPARED_BEFORE
  ; if :: P[p].epoch != epoch -> P[p].transaction = NOT_COMMITTED :: else fi
#endif
#ifdef DEFECT_AUTHORITY_COMPARED_BEFORE
  ; if :: P[p].authority != authority -> P[p].transaction = NOT_COMMITTED :: else fi
#endif
}
/* u, v: the next clocks of both ids as this transaction has set them so far; t: its outcome. */
inline judge(what, underEpoch, underAuthority) {
#ifndef DEFECT_EPOCH_COMPARED_BEFORE
  if :: underEpoch != epoch -> t = NOT_COMMITTED :: else fi;
#endif
#ifndef DEFECT_AUTHORITY_COMPARED_BEFORE
  if :: underAuthority != authority -> t = NOT_COMMITTED :: else fi;
#endif
#ifndef DEFECT_CLOCKS_NOT_COMPARED
  if :: ((what) & A0) && u != 0 -> t = NOT_COMMITTED :: else fi;
  if :: ((what) & A1) && !((what) & A0) && u != 1 -> t = NOT_COMMITTED :: else fi;
  if :: ((what) & B0) && v != 0 -> t = NOT_COMMITTED :: else fi;
#endif
  if :: (what) & A0 -> u = 1 :: else fi;
  if :: (what) & A1 -> u = 2 :: else fi;
  if :: (what) & B0 -> v = 1 :: else fi
}
inline append(what, seat) {
  assert(!seatEnded[seat]);                /* SY-20 */
  assert(epoch == 0);                      /* SY-22 */
  assert(((what) & LOG & ~DELETIONS) == 0);     /* SY-11: no clock twice; a deletion may stand in two rows */
  assert(!hasGap(LOG, what));
  row[rows] = what; rows++; LOG = LOG | (what)
}
#define clocksNow u = ((LOG & A1) -> 2 : ((LOG & A0) -> 1 : 0)); v = ((LOG & B0) -> 1 : 0)
inline execute(p) {
  t = COMMITTED; clocksNow; P[p].first = rows;
  for (i : 0 .. QUEUE - 1) { if :: i < P[p].inFlight && isRow(p, i) -> judge(P[p].queue[i].bits, P[p].epoch, P[p].authority) :: else fi };
  if
  :: t == COMMITTED ->
     for (i : 0 .. QUEUE - 1) { if :: i < P[p].inFlight && isRow(p, i) -> append(P[p].queue[i].bits, P[p].queue[i].who) :: else fi };
     for (i : 0 .. NP - 1) { if :: i != p -> hinted[i] = true :: else fi }
  :: else
  fi;
  P[p].transaction = t; t = 0; u = 0; v = 0; i = 0
}
inline giveUp(p) {                         /* the commit is in doubt */
  doubtRows = 0; doubtEpoch = P[p].epoch; doubtAuthority = P[p].authority;
  for (i : 0 .. QUEUE - 1) {
    if :: i < P[p].inFlight && isRow(p, i) -> doubtRow[doubtRows] = P[p].queue[i].bits; doubtSeat[doubtRows] = P[p].queue[i].who; doubtRows++
       :: else fi };
  i = 0
}
inline endDoubt() {
  for (i : 0 .. QUEUE - 1) { doubtRow[i] = 0; doubtSeat[i] = 0 };
  doubtRows = 0; doubtEpoch = 0; doubtAuthority = 0; i = 0
}
/* What the group held leaves in its order; t: the row that comes next. */
inline settle(p) {
  if :: P[p].first != NOWHERE && P[p].first != P[p].sequence -> readTail(p) :: else fi;
  t = P[p].first;
  for (k : 0 .. QUEUE - 1) {
    if
    :: k < P[p].inFlight && P[p].queue[k].isJoin ->
       if :: P[p].queue[k].bits -> tell(p, P[p].queue[k].who, DATA, P[p].queue[k].bits) :: else fi
    :: k < P[p].inFlight && !P[p].queue[k].isJoin ->
       if
       :: P[p].queue[k].bits && P[p].sequence <= t -> announce(p, P[p].queue[k].who, P[p].queue[k].bits); P[p].sequence++
       :: else
       fi;
       if :: P[p].queue[k].bits -> t++ :: else fi;
       if :: P[p].queue[k].count -> tell(p, P[p].queue[k].who, SAVED, P[p].queue[k].count) :: else fi
    :: else
    fi };
  for (k : 0 .. QUEUE - 1) {
    u = k + P[p].inFlight;
    if
    :: u < QUEUE -> P[p].queue[k].who = P[p].queue[u].who; P[p].queue[k].count = P[p].queue[u].count;
       P[p].queue[k].bits = P[p].queue[u].bits; P[p].queue[k].isJoin = P[p].queue[u].isJoin;
       P[p].queue[u].who = 0; P[p].queue[u].count = 0; P[p].queue[u].bits = 0; P[p].queue[u].isJoin = false
    :: else -> P[p].queue[k].who = 0; P[p].queue[k].count = 0; P[p].queue[k].bits = 0; P[p].queue[k].isJoin = false
    fi };
  P[p].waiting = P[p].waiting - P[p].inFlight; P[p].inFlight = 0; P[p].transaction = IDLE; P[p].first = 0;
  t = 0; u = 0; k = 0
}

#define serves (P[p].on && P[p].loaded)
#define isBehind (P[p].epoch != epoch || P[p].authority != authority)
#define reads(c) :: d_step { serves && hasRoom && P[p].waiting < QUEUE && P[p].session[c].open && nempty(up[c * NP + p]) -> \
    if :: up[c * NP + p]?UPDATE, t -> receive(p, c, UPDATE, t) :: up[c * NP + p]?ANSWER, t -> receive(p, c, ANSWER, t) fi; t = 0 }
/* The socket is dead: the process notices after it has read all that had arrived, or not all of it. */
#define notices(c) :: d_step { P[p].on && C[c].at != p && (P[p].session[c].open || nempty(up[c * NP + p])) -> \
    forget(p, c); do :: up[c * NP + p]?_, _ :: empty(up[c * NP + p]) -> break od; k = 0 }

#ifdef DEFECT_UNLOADED_WITH_SESSIONS
#define isIdle(p) (P[p].transaction == IDLE)
#else                                      /* SY-34 */
#define isIdle(p) (P[p].transaction == IDLE && P[p].waiting == 0 && !P[p].session[0].open && !P[p].session[1].open)
#endif

proctype Server(byte p) {
end: do
  reads(0) reads(1) notices(0) notices(1)
  :: d_step { P[p].on && !P[p].loaded && hasRoom -> load(p) }
  :: d_step { serves && P[p].transaction == IDLE && P[p].waiting -> send(p) }
  :: d_step { serves && P[p].transaction == COMMITTED && hasRoom -> settle(p) }
  :: d_step { serves && P[p].transaction == NOT_COMMITTED && hasRoom ->
#ifdef DEFECT_QUEUE_KEPT_AND_SENT_AGAIN
       P[p].transaction = IDLE; P[p].inFlight = 0; P[p].epoch = epoch; P[p].authority = authority
#else
       load(p)
#endif
     }
#ifdef DEFECT_AUTHORITY_NOT_JUDGED_ANEW
  :: d_step { serves && P[p].transaction == IDLE && hasRoom && isBehind ->
       P[p].epoch = epoch; P[p].authority = authority;
       for (k : 0 .. 1) { if :: P[p].session[k].open && seatEnded[k] -> tell(p, k, RESET, 0); forget(p, k) :: else fi }; k = 0 }
#else
  :: d_step { serves && P[p].transaction == IDLE && hasRoom && isBehind -> load(p) }
#endif
#ifdef DEFECT_ONLY_HINTS
  :: d_step { serves && hinted[p] && P[p].transaction != COMMITTED && hasRoom -> hinted[p] = false; readTail(p) }
  :: d_step { hinted[p] -> hinted[p] = false }      /* lost */
#else
  :: d_step { serves && P[p].sequence < rows && P[p].transaction != COMMITTED && hasRoom -> hinted[p] = false; readTail(p) }
#endif
#if UNLOADS
  :: d_step { serves && unloads && isIdle(p) -> unloads--;
#ifdef DEFECT_UNLOADED_WITH_SESSIONS
       forget(p, 0); forget(p, 1);
#endif
       clearQueue(p); P[p].loaded = false; P[p].admitted = 0; P[p].sequence = 0; P[p].epoch = 0; P[p].authority = 0 }
#endif
  od
}

/* ================= what goes wrong, and what is decided ================= */
inline loseSocket(c) {
  do :: down[c]?_, _ :: empty(down[c]) -> break od;
  C[c].at = NOWHERE; C[c].sent = 0; C[c].need = NEVER
}
inline kill(p) {
  for (k : 0 .. 1) {
    forget(p, k); do :: up[k * NP + p]?_, _ :: empty(up[k * NP + p]) -> break od;
    if :: C[k].at == p -> loseSocket(k) :: else fi };
  clearQueue(p); P[p].on = false; P[p].loaded = false; P[p].admitted = 0; P[p].sequence = 0; P[p].epoch = 0; P[p].authority = 0;
  hinted[p] = false; k = 0
}
#define befalls(p) \
  :: d_step { P[p].transaction == RUNNING -> execute(p) } \
  :: d_step { P[p].transaction == RUNNING && fails -> fails--; P[p].transaction = NOT_COMMITTED } \
  :: d_step { P[p].transaction == RUNNING && doubts && doubtRows == 0 -> doubts--; giveUp(p); P[p].transaction = NOT_COMMITTED } \
  :: d_step { P[p].on && crashes -> crashes--; if :: P[p].transaction == RUNNING && doubtRows == 0 -> giveUp(p) :: else fi; kill(p) } \
  :: d_step { !P[p].on -> P[p].on = true }

proctype World() {
end: do
  befalls(0)
#if NP > 1
  befalls(1)
#endif
  :: d_step { doubtRows ->                 /* it was committed after all */
       t = COMMITTED; clocksNow;
       for (i : 0 .. QUEUE - 1) { if :: i < doubtRows -> judge(doubtRow[i], doubtEpoch, doubtAuthority) :: else fi };
       if :: t == COMMITTED -> for (i : 0 .. QUEUE - 1) { if :: i < doubtRows -> append(doubtRow[i], doubtSeat[i]) :: else fi }
          :: else fi;
       endDoubt(); t = 0; u = 0; v = 0 }
  :: d_step { doubtRows -> endDoubt() }    /* or it was not */
  :: d_step { revocations -> revocations--; seatEnded[1] = true; authority++ }
  :: d_step { signings && looked == NOWHERE -> looked = rows }
  :: d_step { signings && looked != NOWHERE -> signings--;
       if
#ifndef DEFECT_SIGNED_UNSEEN
       :: looked != rows                   /* "changed since you looked" */
#endif
       :: else -> assert(looked == rows); epoch++
       fi;
       looked = NOWHERE }
  od
}

/* ================= a client ================= */
inline showSaved(c) {                      /* SY-3: and it is so */
  if
  :: C[c].late -> assert(novelty(LOG | lateDraft[c], C[c].unsaved) == 0); C[c].unsaved = 0; C[c].done = true; loseSocket(c)
  :: else -> assert(novelty(LOG, C[c].unsaved) == 0); C[c].unsaved = 0
  fi
}
inline type(c, act) {
  C[c].toDo = C[c].toDo & ~(act); C[c].doc = C[c].doc | (act); C[c].mine = C[c].mine | (act); C[c].unsaved = C[c].unsaved | (act);
  if
  :: C[c].at != NOWHERE -> up[c * NP + C[c].at]!UPDATE, act; C[c].sent++; if :: C[c].need != NEVER -> C[c].need = C[c].sent :: else fi
  :: else
  fi
}
#define types(c, act, standsOn) :: d_step { (C[c].toDo & act) && (standsOn) && !C[c].late && !C[c].done && !C[c].refused && \
    (C[c].at == NOWHERE || len(up[c * NP + C[c].at]) < 4) -> type(c, act) }
#define connects(c, p) :: d_step { C[c].at == NOWHERE && !C[c].done && !C[c].refused && P[p].on && P[p].loaded && \
    !P[p].session[c].open && empty(up[c * NP + p]) && P[p].waiting < QUEUE && hasRoom -> \
    if \
    :: seatEnded[c] -> C[c].refused = true \
    :: else -> C[c].at = p; C[c].need = FIRST_NEED; P[p].session[c].open = true; P[p].session[c].received = 0; \
       P[p].session[c].unanswered = 0; \
       enqueue(p, c, 0, P[p].admitted, true); askAgain(p, c); \
       if :: C[c].need == 0 -> showSaved(c) :: else fi \
    fi }

proctype Person(byte c) {
end: do
  types(c, A0, true) types(c, A1, C[c].doc & A0) types(c, B0, true) types(c, DA, C[c].doc & A0) types(c, DB, C[c].doc & B0)
  connects(c, 0)
#if NP > 1
  connects(c, 1)
#endif
  :: d_step { nempty(down[c]) && (C[c].at == NOWHERE || len(up[c * NP + C[c].at]) < 5) ->
       if
       :: down[c]?DATA, t -> C[c].doc = C[c].doc | t
       :: down[c]?STEP1, t -> up[c * NP + C[c].at]!ANSWER, answerTo(t, C[c].doc); C[c].sent++; C[c].need = C[c].sent
       :: down[c]?SAVED, t ->
#ifdef DEFECT_SAVED_BY_CLOCK
          if :: vectorOf(C[c].unsaved) == 0 || t >= C[c].need -> showSaved(c) :: else fi
#else
          if :: t >= C[c].need -> showSaved(c) :: else fi
#endif
       :: down[c]?LATE, t -> C[c].late = true;
#ifdef DEFECT_LATE_DROPS_AT_ONCE
          t = NEVER;
#endif
          if :: t >= C[c].need -> showSaved(c) :: else fi
       :: down[c]?RESET, t -> loseSocket(c); C[c].refused = true
       fi; t = 0 }
  :: d_step { C[c].at != NOWHERE && cuts -> cuts--; loseSocket(c) }
  :: d_step { c == 0 && reloads && !C[c].late && !C[c].done && !C[c].refused -> reloads--; loseSocket(c);
       C[c].toDo = C[c].toDo & DELETIONS;  /* a new document has a new client id */
#ifdef DEFECT_KEPT_NOT_APPLIED
       C[c].doc = 0
#else
       C[c].doc = C[c].unsaved             /* SY-7: before its socket opens */
#endif
     }
  od
}

/* When nothing can happen any more nobody waits, and everything is somewhere. */
#define atRest(c) \
  if \
  :: C[c].refused \
  :: !C[c].refused && C[c].done -> assert(novelty(LOG | lateDraft[c], C[c].mine) == 0) \
  :: else -> assert(C[c].at != NOWHERE && C[c].unsaved == 0 && novelty(LOG, C[c].mine) == 0 && C[c].doc == LOG) \
  fi
active proctype Monitor() {
  d_step {
    for (i : 0 .. NP - 1) { P[i].on = true };
    for (i : 0 .. 1) { C[i].at = NOWHERE; C[i].need = NEVER };
    C[0].toDo = ACTS_0; C[1].toDo = ACTS_1; i = 0 };
  atomic {
    run World(); run Server(0);
#if NP > 1
    run Server(1);
#endif
    run Person(0); run Person(1) };
  timeout -> d_step {
    atRest(0); atRest(1); assert(doubtRows == 0);
    for (i : 0 .. NP - 1) { assert(P[i].on && P[i].loaded && P[i].waiting == 0 && P[i].admitted == LOG) } }
}
