/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"
#include "wb-template.h"

G_BEGIN_DECLS

/* Turns a step's reason, which is Markdown, into blocks: this room does not read Markdown. (transfer full) */
typedef WbBlock *(*WbPaperFormReader) (const char *markdown);

/**
 * WbPaperForm:
 *
 * What a form on paper is to hold. Everything is borrowed.
 */
typedef struct
{
  const char *title;        /* of the step or phase */
  GPtrArray *steps;         /* WbStep */
  gboolean filled;          /* with the answers of the context, not empty */
  const char *return_to;    /* (nullable) who gets it back; NULL: a line to write on */
  WbPaperFormReader reader; /* (nullable) */
} WbPaperForm;

/* A form to hand to somebody else: each question with its reason and example, and room to write on or the answer. A step or question that
 * does not apply by the answers so far is left out, unless what decides that is asked in the same form; then it says when it is not needed.
 * @context needs a guide. (transfer full) */
WbDocument *wb_paper_form_build (const WbPaperForm       *form,
                                 const WbTemplateContext *context);

G_END_DECLS
