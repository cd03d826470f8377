/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* Letters of a line that are not one glyph for one character from left to right: right-to-left text, ligatures, accents of
 * their own. They are kept as Pango placed them, in the order of reading, each group with the characters that it stands for. */
typedef struct _WbLetterShape WbLetterShape;

typedef enum
{
  WB_LETTER_LETTERS,
  WB_LETTER_SPACE,   /* at the end of a line: is read, but takes no room */
  WB_LETTER_HYPHEN,  /* that Pango added at the end of the line */
  WB_LETTER_MISSING, /* no font has these characters */
} WbLetterType;

/* What of a line is drawn in one go: in one font and direction. */
typedef struct
{
  WbLetterType type;
  char *text;     /* owned; as it is drawn */
  int x;          /* from the left of the line, in Pango's units */
  int width;      /* in Pango's units */
  PangoFont *font; /* borrowed from the line */
  PangoGlyph hyphen; /* HYPHEN */
  WbLetterShape *shape; /* owned; LETTERS */
} WbLetterPart;

/* What of @ch is drawn; 0 for what is only there for the line breaking. */
gunichar wb_letter_shape_get_drawn (gunichar         ch);
/* The parts of @line between the bytes @start and @end of @text, in the order of reading. Returns a GArray of WbLetterPart. (transfer full) */
GArray  *wb_letter_shape_list_parts (PangoLayoutLine *line,
                              const char      *text,
                              gsize            start,
                              gsize            end);
void     wb_letter_shape_free       (WbLetterShape         *self);
/* Its font where it has brackets and the like turned round, so that their glyphs stand for others there than elsewhere; else NULL. (transfer none) */
PangoFont *wb_letter_shape_get_mirrored_font (const WbLetterShape *self);
/* Draws it in @font, or its own when it is NULL, from @x on, on the baseline @y; @text is that of its part. */
void     wb_letter_shape_show       (const WbLetterShape   *self,
                              cairo_t         *cr,
                              cairo_scaled_font_t *font,
                              const char      *text,
                              double           x,
                              double           y);

G_END_DECLS
