/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-block.h"
#include "wb-guide.h"
#include "wb-municipality.h"

G_BEGIN_DECLS

/**
 * WbTemplateContext:
 *
 * What placeholders are filled from. Everything is borrowed and may be NULL: without @guide and
 * @answers the result is a form to write on.
 */
typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  WbMunicipality *town;
  const char *project; /* title of the project */
  const char *date;    /* as it is to be read: "24. November 2026" */
  gboolean deck;       /* unanswered placeholders say "noch offen" instead of drawing a line */
  gboolean leave_out_skipped; /* what is not asked leaves a blank or nothing, and is not said to be left out */
  gboolean say_open; /* for reading only: what is not answered says so instead of drawing lines, rows and boxes to fill in; lines that no
                     * question stands behind are left out */
  gboolean keep_open; /* placeholders in a text that nothing is known for stay what they are, to be filled later */
  GHashTable *origins; /* takes WbBlock of the result → the WbBlock of the template it came from; blocks that an answer is made of
                        * have none but the outermost */
} WbTemplateContext;

/* A copy of @template, a DOCUMENT block, in which each placeholder is replaced as data/content/README.md
 * describes. Answers are text, never markup. (transfer full) */
WbBlock *wb_template_fill (const WbBlock           *template,
                           const WbTemplateContext *context);
/* A FIELD's answer as blocks appended to @parent: paragraphs, table, checklist, sheet or list; lines to write
 * on when there is none (in decks: "noch offen"). */
void     wb_template_append_field (WbBlock                 *parent,
                                   const WbField           *field,
                                   const WbTemplateContext *context);

G_END_DECLS
