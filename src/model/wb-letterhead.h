/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Longest texts, in characters; address and contact may have several lines. */
#define WB_LETTERHEAD_MAX_NAME 120
#define WB_LETTERHEAD_MAX_TEXT 240
#define WB_LETTERHEAD_MAX_LINES 6
/* Largest picture file, in bytes. */
#define WB_LETTERHEAD_MAX_PICTURE (1024 * 1024)
/* The accent colour of somebody who chose none: the blue of the program. */
#define WB_LETTERHEAD_ACCENT 0x1a5fb4u

typedef enum
{
  WB_LETTERHEAD_LEFT,
  WB_LETTERHEAD_RIGHT,
} WbLetterheadSide;

/**
 * WbLetterhead:
 *
 * What an office puts on its paper: who it is and where it can be reached, its coat of arms or logo, its colour, and the look (WbLook)
 * in which all that is set. Strings are never NULL.
 */
typedef struct
{
  WbLetterheadSide side; /* where the picture stands */
  guint32 accent;        /* 0xRRGGBB, as it was chosen; see wb_letterhead_get_accent() */

  /* Owned */
  char *name;     /* "Stadt Musterstadt" */
  char *address;  /* lines */
  char *contact;  /* lines */
  char *foot;     /* a line at the foot of each page */
  char *look;     /* id of a WbLook; "" for the first there is */
  GBytes *picture; /* (nullable) the file as it was chosen, PNG or SVG */
} WbLetterhead;

#define WB_TYPE_LETTERHEAD (wb_letterhead_get_type ())
GType         wb_letterhead_get_type   (void) G_GNUC_CONST;
/* Empty. (transfer full) */
WbLetterhead *wb_letterhead_new        (void);
/* (transfer full) */
WbLetterhead *wb_letterhead_copy       (const WbLetterhead *self);
void          wb_letterhead_free       (WbLetterhead       *self);
/* The texts: made valid UTF-8, without control characters, cut to their length and lines, blanks at both ends taken off; NULL is "". @field is one
 * of the owned strings of a letterhead, @lines whether it may have more than one line. */
void          wb_letterhead_set_text   (char              **field,
                                        const char         *text,
                                        gboolean            lines);
/* TRUE when nothing on the paper comes of it: no text, no picture, and no colour of its own. */
gboolean      wb_letterhead_is_empty   (const WbLetterhead *self);
/* The accent as it is used: as chosen, or a darker tone where that could not be read (wb_contrast_darken()). */
guint32       wb_letterhead_get_accent (const WbLetterhead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbLetterhead, wb_letterhead_free)

G_END_DECLS
