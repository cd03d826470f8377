/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WbLook:
 *
 * How a letterhead (WbLetterhead) is set. Looks are content: they stand in looks.json of the library. Lengths in points on A4,
 * @slide_bar in the 1280 units of a slide.
 */
typedef struct
{
  guint picture;   /* height of the picture on the first page */
  guint name_size; /* of the name's text */
  guint rule;      /* thickness of the line below the head; 0: none */
  guint edge;      /* height of a bar along the upper edge of the first page; 0: none */
  guint slide_bar; /* width of the bar at the left of slides; 0: none */
  gboolean band;   /* the name stands in white on a bar of the accent colour */
  gboolean accent_name;     /* the name has the accent colour */
  gboolean running_picture; /* the picture stands small on the other pages, too */

  /* Owned */
  char *id;
  char *title;
  char *note; /* what it is good for, in a sentence */
} WbLook;

/* What is used when the library has no look: the simplest. Takes copies of the texts. (transfer full) */
WbLook *wb_look_new  (const char   *id,
                      const char   *title,
                      const char   *note);
WbLook *wb_look_copy (const WbLook *self);
void    wb_look_free (WbLook       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbLook, wb_look_free)

G_END_DECLS
