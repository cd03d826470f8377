/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How a municipality comes by a solution. */
typedef enum
{
  WB_WAY_SELF_RUN,             /* installs and runs it itself */
  WB_WAY_INHOUSE,              /* from the own data centre, without a tender */
  WB_WAY_EFA_MARKTPLATZ,       /* over the EfA-Marktplatz */
  WB_WAY_DEUTSCHLAND_PLATTFORM, /* over the Deutschland-Plattform */
  WB_WAY_TENDER,               /* buys it after a tender */
  WB_WAY_HOSTED,               /* somebody else runs it */
} WbWay;

#define WB_N_WAYS (WB_WAY_HOSTED + 1)

/**
 * WbSolution:
 *
 * What a solution (software that can be had) adds to its text. Immutable; counted. What the source does not say is
 * said in words.
 */
typedef struct
{
  guint ways; /* bit 1 << WbWay for each */

  /* Owned; never NULL */
  char *owner;
  char *licence;
  char *maintenance;
  char *operation;
} WbSolution;

/* "self-run", "efa-marktplatz" …; static. */
const char *wb_way_to_string     (WbWay       way);
/* FALSE, and @way untouched, when @name (nullable) is no way. */
gboolean    wb_way_from_string   (const char *name,
                                  WbWay      *way);
/* Translated, for people; static. */
const char *wb_way_get_label     (WbWay       way);

#define WB_TYPE_SOLUTION (wb_solution_get_type ())
GType       wb_solution_get_type (void);

/* (transfer full) */
WbSolution *wb_solution_new      (const char *owner,
                                  const char *licence,
                                  const char *maintenance,
                                  const char *operation,
                                  guint       ways);
WbSolution *wb_solution_ref      (WbSolution *self);
void        wb_solution_unref    (WbSolution *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbSolution, wb_solution_unref)

G_END_DECLS
