/* How much happens: each is another configuration's to set. Every order and moment of it is tried. */
#ifndef NP
#define NP 1
#endif
#ifndef ACTS_0
#define ACTS_0 (A0 | DB)
#endif
#ifndef ACTS_1
#define ACTS_1 (B0 | DA)
#endif
#ifndef CUTS
#define CUTS 0
#endif
#ifndef CRASHES
#define CRASHES 0
#endif
#ifndef FAILS
#define FAILS 0
#endif
#ifndef DOUBTS
#define DOUBTS 0
#endif
#ifndef REVOCATIONS
#define REVOCATIONS 0
#endif
#ifndef SIGNINGS
#define SIGNINGS 0
#endif
#ifndef RELOADS
#define RELOADS 0
#endif
#ifndef UNLOADS
#define UNLOADS 0
#endif
#ifdef DEFECT_NEED_BEGINS_AT_ZERO
#define FIRST_NEED 0
#else
#define FIRST_NEED NEVER
#endif
