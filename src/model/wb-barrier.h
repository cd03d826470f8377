/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Where a barrier is felt: the rows of the matrix. */
typedef enum
{
  WB_DIMENSION_PEOPLE,     /* "mensch" */
  WB_DIMENSION_PROCESS,    /* "prozess" */
  WB_DIMENSION_TECHNOLOGY, /* "technologie" */
} WbDimension;

#define WB_N_DIMENSIONS (WB_DIMENSION_TECHNOLOGY + 1)

/* Where it comes from: the columns. */
typedef enum
{
  WB_CAUSE_MEANS,      /* "mittel" */
  WB_CAUSE_TRAITS,     /* "eigenschaften" */
  WB_CAUSE_GOVERNANCE, /* "governance" */
  WB_CAUSE_LAWS,       /* "gesetze" */
  WB_CAUSE_CULTURE,    /* "kultur" */
} WbCause;

#define WB_N_CAUSES (WB_CAUSE_CULTURE + 1)

/* Who named the barrier in the study. */
typedef enum
{
  WB_NAMED_BY_NOT_STATED,     /* the source at hand does not say */
  WB_NAMED_BY_BOTH,           /* municipalities and young firms */
  WB_NAMED_BY_MUNICIPALITIES,
} WbNamedBy;

/* That the barrier brings about another one. */
typedef struct
{
  char *to;   /* id of a barrier */
  char *text; /* why */
} WbBarrierEffect;

/* A sentence of the self-check. */
typedef struct
{
  gboolean reverse; /* agreeing means that the barrier is not felt */

  /* Owned */
  char *id; /* unique in the barrier */
  char *text;
} WbBarrierStatement;

/**
 * WbBarrier:
 *
 * What a barrier adds to its text: its cell in the matrix, what it brings about, and by what it is recognised. Filled by
 * the reader, immutable afterwards; counted.
 */
typedef struct
{
  WbDimension dimension;
  WbCause cause;
  WbNamedBy named_by;

  /* Owned; never NULL */
  GPtrArray *effects;    /* WbBarrierEffect; may be empty */
  GPtrArray *statements; /* WbBarrierStatement */
} WbBarrier;

/* "mensch", "governance" … as in the content; static. */
const char *wb_dimension_to_string   (WbDimension  dimension);
gboolean    wb_dimension_from_string (const char  *name,
                                      WbDimension *dimension);
const char *wb_cause_to_string       (WbCause      cause);
gboolean    wb_cause_from_string     (const char  *name,
                                      WbCause     *cause);
/* Translated, for people; static. */
const char *wb_dimension_get_label   (WbDimension  dimension);
const char *wb_cause_get_label       (WbCause      cause);

#define WB_TYPE_BARRIER (wb_barrier_get_type ())
GType       wb_barrier_get_type      (void);

/* (transfer full) */
WbBarrier  *wb_barrier_new           (WbDimension  dimension,
                                      WbCause      cause,
                                      WbNamedBy    named_by);
WbBarrier  *wb_barrier_ref           (WbBarrier   *self);
void        wb_barrier_unref         (WbBarrier   *self);
void        wb_barrier_add_effect    (WbBarrier   *self,
                                      const char  *to,
                                      const char  *text);
void        wb_barrier_add_statement (WbBarrier   *self,
                                      const char  *id,
                                      const char  *text,
                                      gboolean     reverse);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbBarrier, wb_barrier_unref)

G_END_DECLS
