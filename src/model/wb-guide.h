/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wb-council.h"
#include "wb-field.h"

G_BEGIN_DECLS

/* Longest title of a project, in characters. */
#define WB_PROJECT_MAX_TITLE 120

/* A passage that helps with a step. @section and @label may be NULL. */
typedef struct
{
  char *target;
  char *section;
  char *label;
} WbHelp;

/* One step: what is asked in one go. Owned by its phase. */
typedef struct
{
  guint minutes;

  /* Owned; never NULL unless said */
  char *id;
  char *title;
  char *why;            /* Markdown */
  char *unless;         /* (nullable) why it is skipped when @when does not hold */
  WbCondition *when;    /* (nullable) */
  GPtrArray *help;      /* WbHelp */
  GPtrArray *documents; /* char *: names of WbGuideDocument */
  GPtrArray *fields;    /* WbField */
} WbStep;

typedef struct
{
  /* Owned */
  char *id;
  char *title;
  char *goal;       /* (nullable) */
  GPtrArray *steps; /* WbStep */
} WbPhase;

/* A document that comes out of the project. */
typedef struct
{
  /* Owned */
  char *name;
  char *title;
  char *entry; /* id of the template or checklist it is made from */
  char *field; /* (nullable) checklist field that fills it */
} WbGuideDocument;

/**
 * WbGuide:
 *
 * A Projektleitfaden as data. Filled by the reader, then treated as immutable.
 */
#define WB_TYPE_GUIDE (wb_guide_get_type ())
G_DECLARE_FINAL_TYPE (WbGuide, wb_guide, WB, GUIDE, GObject)

WbGuide               *wb_guide_new           (const char *id,
                                               const char *title,
                                               guint       version);
const char            *wb_guide_get_id        (WbGuide    *self);
const char            *wb_guide_get_title     (WbGuide    *self);
guint                  wb_guide_get_version   (WbGuide    *self);

/* Return what was added, for filling. (transfer none) */
WbPhase               *wb_guide_add_phase     (WbGuide    *self,
                                               const char *id,
                                               const char *title,
                                               const char *goal);
WbStep                *wb_guide_add_step      (WbGuide    *self,
                                               WbPhase    *phase,
                                               const char *id,
                                               const char *title);
/* Takes @field. */
void                   wb_guide_add_field     (WbGuide    *self,
                                               WbStep     *step,
                                               WbField    *field);
void                   wb_step_add_help       (WbStep     *step,
                                               const char *target,
                                               const char *section,
                                               const char *label);
void                   wb_guide_add_document  (WbGuide    *self,
                                               const char *name,
                                               const char *title,
                                               const char *entry,
                                               const char *field);

/* The table that holds the project's tasks, the first column of which is a text (see wb_task_list()); NULL when the guide has none. (nullable) */
const char            *wb_guide_get_tasks     (WbGuide    *self);
void                   wb_guide_set_tasks     (WbGuide    *self,
                                               const char *field);

/* (nullable) (transfer none) */
const WbCouncil       *wb_guide_get_council   (WbGuide    *self);
/* Takes @council. */
void                   wb_guide_set_council   (WbGuide    *self,
                                               WbCouncil  *council);
/* Whether anything in the guide asks for an entry of the library. */
gboolean               wb_guide_has_links     (WbGuide    *self);
/* What those entries are called; before, they are called by their ids. */
void                   wb_guide_set_titles    (WbGuide    *self,
                                               WbTitles   *titles);
/* (nullable) (transfer none) */
WbTitles              *wb_guide_get_titles    (WbGuide    *self);

/* Arrays of WbPhase and WbGuideDocument, and of all WbStep in order. (transfer none) */
GPtrArray             *wb_guide_get_phases    (WbGuide    *self);
GPtrArray             *wb_guide_get_documents (WbGuide    *self);
GPtrArray             *wb_guide_get_steps     (WbGuide    *self);

/* (nullable) (transfer none) */
const WbField         *wb_guide_get_field     (WbGuide    *self,
                                               const char *id);
const WbStep          *wb_guide_get_step      (WbGuide    *self,
                                               const char *id);
/* The step that asks for @field; NULL when it is none of this guide. (transfer none) */
const WbStep          *wb_guide_find_step_of  (WbGuide       *self,
                                               const WbField *field);
/* The phase that holds @step. */
const WbPhase         *wb_guide_get_phase     (WbGuide      *self,
                                               const WbStep *step);
const WbGuideDocument *wb_guide_get_document  (WbGuide    *self,
                                               const char *name);

G_END_DECLS
