/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One link of the ring: a barrier, and how it leads to the next. */
typedef struct
{
  char *barrier; /* id */
  char *text;
} WbCircleLink;

/* What breaks the ring. */
typedef struct
{
  guint after; /* it breaks the arrow behind this link, from 0 */

  /* Owned */
  char *title;
  char *text;
  GPtrArray *to; /* char *: ids of entries that help */
} WbLever;

/**
 * WbCircle:
 *
 * A vicious circle of barriers: the last link leads to the first. Filled by the reader, immutable afterwards; counted.
 */
typedef struct
{
  /* Owned; never NULL */
  GPtrArray *links;  /* WbCircleLink */
  GPtrArray *levers; /* WbLever */
} WbCircle;

#define WB_TYPE_CIRCLE (wb_circle_get_type ())
GType     wb_circle_get_type  (void);

/* (transfer full) */
WbCircle *wb_circle_new       (void);
WbCircle *wb_circle_ref       (WbCircle   *self);
void      wb_circle_unref     (WbCircle   *self);
void      wb_circle_add_link  (WbCircle   *self,
                               const char *barrier,
                               const char *text);
/* A new lever at the end, to which entries are added. (transfer none) */
WbLever  *wb_circle_add_lever (WbCircle   *self,
                               guint       after,
                               const char *title,
                               const char *text);
void      wb_lever_add_entry  (WbLever    *lever,
                               const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCircle, wb_circle_unref)

G_END_DECLS
