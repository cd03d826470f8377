/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How well a colour can be told from another, by the contrast ratio of WCAG 2.1 (relative luminance; success criterion 1.4.3).
 * Colours are 0xRRGGBB in sRGB.
 */

#define WB_CONTRAST_WHITE 0xffffffu
/* What running text needs, by criterion 1.4.3 (level AA). */
#define WB_CONTRAST_TEXT 4.5

/* Reads "#1a5fb4", "1A5FB4" or "#15b", with blanks around it. FALSE, and @colour untouched, when it is none of these. */
gboolean wb_contrast_parse    (const char *text,
                               guint32    *colour);
/* "#1a5fb4". (transfer full) */
char    *wb_contrast_format   (guint32     colour);
/* From 1 (the same) to 21 (black and white); the order of the two does not matter. */
double   wb_contrast_ratio    (guint32     a,
                               guint32     b);
/* @colour itself when text of that colour can be read on white, and white text on it; else the lightest tone between it and black for
 * which that holds. */
guint32  wb_contrast_darken   (guint32     colour);
/* In words: "Contrast 5.2 : 1, easy to read". Rounded down, so that what is too little never looks enough. (transfer full) */
char    *wb_contrast_describe (double      ratio);

G_END_DECLS
