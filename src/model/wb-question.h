/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  WB_QUESTION_SINGLE,   /* options; exactly one is right */
  WB_QUESTION_MULTIPLE, /* options; one or more are right */
  WB_QUESTION_CASE,     /* a situation, and options as decisions of which one is taken; one or more would be right */
  WB_QUESTION_ORDER,    /* items to be put in order */
  WB_QUESTION_MATCH,    /* pairs whose sides are to be found */
  WB_QUESTION_NUMBER,   /* a number to be typed */
  WB_QUESTION_TEXT,     /* a word or a few to be typed */
} WbQuestionType;

#define WB_N_QUESTION_TYPES (WB_QUESTION_TEXT + 1)

/* An answer to choose. */
typedef struct
{
  gboolean correct;

  /* Owned */
  char *text;
  char *explanation; /* why it is right or not */
  char *consequence; /* (nullable) what follows from the decision; CASE only */
} WbAnswerOption;

/* Two things that belong together. */
typedef struct
{
  char *left;
  char *right;
} WbPair;

typedef struct _WbQuestion WbQuestion;

/**
 * WbQuestion:
 *
 * A question at the end of a lesson. Filled by the reader, immutable afterwards; counted. Which members mean something
 * depends on @type; the lists are always there, and empty where they mean nothing.
 */
struct _WbQuestion
{
  WbQuestionType type;
  double value;     /* NUMBER: the right answer … */
  double tolerance; /* … and by how much one may miss it; 0 for exact */

  /* Owned; never NULL unless said */
  char *id;
  char *text;
  char *explanation;   /* shown after any answer */
  char *situation;     /* (nullable) CASE: what happened */
  char *unit;          /* NUMBER: "Stunden", or "" */
  GPtrArray *options;  /* WbAnswerOption; SINGLE, MULTIPLE, CASE */
  GPtrArray *items;    /* char *, in the right order; ORDER */
  GPtrArray *pairs;    /* WbPair, no right side twice; MATCH */
  GPtrArray *accepted; /* char *, the one to show first; TEXT */

  /*< private >*/
  gatomicrefcount ref_count;
};

#define WB_TYPE_QUESTION (wb_question_get_type ())
GType       wb_question_get_type         (void);

/* "single", "order" …; static. */
const char *wb_question_type_to_string   (WbQuestionType  type);
/* FALSE, and @type untouched, when @name (nullable) is no type. */
gboolean    wb_question_type_from_string (const char     *name,
                                          WbQuestionType *type);

/* (transfer full) */
WbQuestion *wb_question_new              (WbQuestionType  type,
                                          const char     *id,
                                          const char     *text,
                                          const char     *explanation);
WbQuestion *wb_question_ref              (WbQuestion     *self);
void        wb_question_unref            (WbQuestion     *self);
/* TRUE where one or more of @options are chosen: SINGLE, MULTIPLE, CASE. */
gboolean    wb_question_has_options      (const WbQuestion *self);

/* The setters copy what they are given. */
void        wb_question_add_option       (WbQuestion     *self,
                                          const char     *text,
                                          gboolean        correct,
                                          const char     *explanation);
void        wb_question_set_situation    (WbQuestion     *self,
                                          const char     *situation);
void        wb_question_add_decision     (WbQuestion     *self,
                                          const char     *text,
                                          gboolean        correct,
                                          const char     *explanation,
                                          const char     *consequence);
void        wb_question_add_item         (WbQuestion     *self,
                                          const char     *item);
void        wb_question_add_pair         (WbQuestion     *self,
                                          const char     *left,
                                          const char     *right);
/* @unit: "" for none. */
void        wb_question_set_number       (WbQuestion     *self,
                                          double          value,
                                          double          tolerance,
                                          const char     *unit);
void        wb_question_add_accepted     (WbQuestion     *self,
                                          const char     *spelling);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbQuestion, wb_question_unref)

G_END_DECLS
