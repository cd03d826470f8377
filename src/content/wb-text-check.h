/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A link to another entry, "wb:id#anchor" apart, and the line it stands in. @anchor may be NULL. */
typedef struct
{
  guint line;
  char *target;
  char *anchor;
} WbTextLink;

/* A placeholder, and whether it stands alone in its paragraph. */
typedef struct
{
  guint line;
  gboolean alone;
  char *name;
} WbTextPlaceholder;

/* A fault in the text itself. */
typedef struct
{
  guint line;
  char *message;
} WbTextFault;

typedef enum
{
  WB_TEXT_ENTRY,    /* headings from level 2 on, no placeholders */
  WB_TEXT_TEMPLATE, /* the same with placeholders */
  WB_TEXT_DECK,     /* slides */
  WB_TEXT_NOTE,     /* a few paragraphs without headings */
} WbTextRules;

/**
 * WbTextCheck:
 *
 * What a Markdown text holds that others must look up, and which rules of data/content/README.md
 * it breaks by itself.
 */
typedef struct
{
  GPtrArray *links;        /* WbTextLink */
  GPtrArray *placeholders; /* WbTextPlaceholder */
  GPtrArray *faults;       /* WbTextFault */
  GHashTable *anchors;     /* char *, as a set */
} WbTextCheck;

/* (transfer full) */
WbTextCheck *wb_text_check_new  (const char  *text,
                                 WbTextRules  rules);
void         wb_text_check_free (WbTextCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTextCheck, wb_text_check_free)

G_END_DECLS
