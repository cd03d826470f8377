/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document-fill.h"
#include "wb-document.h"
#include "wb-item.h"
#include "wb-template.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/* A document of the project. All borrowed. */
typedef struct
{
  const char *title;
  WbDocument *document; /* (nullable) NULL: it does not apply, or is not begun */
  const char *reason;   /* why it does not apply, perhaps ""; NULL otherwise */
  gboolean not_begun;   /* nothing that it asks for has an answer: it is only named */
  WbDocumentFill fill;
} WbDossierPart;

/* What goes into a dossier. All borrowed; NULL leaves that part out, unless said otherwise. */
typedef struct
{
  const WbTemplateContext *context; /* never NULL, with guide and answers */
  WbVocabulary *vocabulary;         /* (nullable) what the grades of sources are called */
  WbDocument *all_answers;          /* from wb_document_builder_project() */
  GPtrArray *decisions;             /* WbDecision */
  GPtrArray *attachments;           /* char *: names of the files */
  GPtrArray *sources;               /* WbSource */
  GArray *parts;                    /* WbDossierPart; never NULL, may be empty */
  gint64 changed;                   /* the last change, Unix time in seconds; 0: not known */
} WbDossierContents;

/* Everything of a project as one document: what is missing and what is not begun, cover sheet, contents, decisions, answers by phase, the documents that
 * apply (slides as pages) and those that do not with the reason, attachments, sources. (transfer full) */
WbDocument *wb_dossier_document_new (const WbDossierContents *contents);

G_END_DECLS
