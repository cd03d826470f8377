/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Bounds of what somebody may write into one slide, in bytes, and of the slides of one deck. */
#define WB_SLIDE_MAX_TITLE 2000
#define WB_SLIDE_MAX_TEXT (64 * 1024)
#define WB_DECK_MAX_SLIDES 500

/**
 * WbSlide:
 *
 * A slide as its author wrote it, before answers are filled in: title in one line, body and speaker's notes in Markdown.
 * The key names it in its deck: made from the title for slides of a template, beginning with "+" for slides of the user's own.
 *
 * In a list of edits title, body and notes are NULL where the template's apply; in a deck they are never NULL.
 */
typedef struct
{
  int level;       /* of the title: 1 for title and section slides, 2 for all others; 0 in edits: the template's */
  gboolean hidden; /* kept, but neither shown nor printed */

  /* Owned */
  char *key;
  char *title; /* (nullable) */
  char *body;  /* (nullable) */
  char *notes; /* (nullable) */

  /*< private >*/
  gatomicrefcount ref_count;
} WbSlide;

#define WB_TYPE_SLIDE (wb_slide_get_type ())
GType     wb_slide_get_type (void);

/* All texts NULL, level 0. (transfer full) */
WbSlide  *wb_slide_new      (const char    *key);
/* A slide of the user's own, with a new key and empty texts. (transfer full) */
WbSlide  *wb_slide_new_own  (void);
WbSlide  *wb_slide_copy     (const WbSlide *self);
WbSlide  *wb_slide_ref      (WbSlide       *self);
void      wb_slide_unref    (WbSlide       *self);
/* Whether it is one of the user's own rather than one of the template. */
gboolean  wb_slide_is_own   (const WbSlide *self);
gboolean  wb_slide_equal    (const WbSlide *self,
                             const WbSlide *other);
/* An empty list of slides that owns its references. (transfer full) */
GPtrArray *wb_slide_list_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbSlide, wb_slide_unref)

G_END_DECLS
